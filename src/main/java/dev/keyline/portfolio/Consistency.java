package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold between the fields of one row. */
public final class Consistency {
    private static final BigDecimal NPS_BOUND = BigDecimal.valueOf(100);
    private static final BigDecimal CSAT_LOW = BigDecimal.ONE;
    private static final BigDecimal CSAT_HIGH = BigDecimal.valueOf(5);

    private Consistency() {}

    /** Every contradiction within {@code row}; empty when there is none. */
    public static List<Refusal> refusals(Entity entity, Row row) {
        List<Refusal> refusals = new ArrayList<>();
        switch (entity) {
            case ACCOUNT_GROUP -> notItself(row, "parent_id", refusals);
            case PERSON -> {
                notItself(row, "line_manager_id", refusals);
                ordered(row, "starts_on", "leaves_on", refusals);
            }
            case LEAVE -> ordered(row, "from_day", "to_day", refusals);
            case CONTRACT, ENTITLEMENT -> ordered(row, "starts_on", "ends_on", refusals);
            case TICKET -> ordered(row, "opened_at", "closed_at", refusals);
            case SIGNAL -> ordered(row, "occurred_at", "withdrawn_at", refusals);
            case SATISFACTION -> score(row, refusals);
            case EXCHANGE_RATE -> positive(row, "rate", refusals);
            default -> {
                // every other table holds whatever its fields hold
            }
        }
        return refusals;
    }

    @SuppressWarnings("unchecked") // both fields have one type, and the two types there are compare with themselves
    private static void ordered(Row row, String first, String second, List<Refusal> refusals) {
        Object from = row.get(first);
        Object to = row.get(second);
        if (from != null && to != null && ((Comparable<Object>) to).compareTo(from) < 0) {
            refusals.add(new Refusal(second, "lies before " + first + " (" + from + ")"));
        }
    }

    private static void notItself(Row row, String parent, List<Refusal> refusals) {
        Object id = row.get("id");
        if (id != null && id.equals(row.get(parent))) {
            refusals.add(new Refusal(parent, "is its own id"));
        }
    }

    private static void positive(Row row, String field, List<Refusal> refusals) {
        if (row.get(field) instanceof BigDecimal number && number.signum() <= 0) {
            refusals.add(new Refusal(field, "is not above 0"));
        }
    }

    private static void score(Row row, List<Refusal> refusals) {
        if (!(row.get("score") instanceof BigDecimal score)) {
            return;
        }
        @Nullable Object kind = row.get("kind");
        if ("nps".equals(kind) && score.abs().compareTo(NPS_BOUND) > 0) {
            refusals.add(new Refusal("score", "is not from -100 to 100, as nps is"));
        }
        if ("csat".equals(kind) && (score.compareTo(CSAT_LOW) < 0 || score.compareTo(CSAT_HIGH) > 0)) {
            refusals.add(new Refusal("score", "is not from 1 to 5, as csat is"));
        }
    }
}
