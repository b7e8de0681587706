package dev.keyline.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.keyline.http.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the portfolio is divided by. Region and manager are the present ones; a tier is the one that held then, where known. */
public enum By {
    WHOLE("", "'" + By.ALL + "'", "all accounts"),
    TIER(Tiers.AS_OF_DAY, Tiers.TIER, "tier unknown"),
    REGION("", "a.region", "no region"),
    MANAGER("", "a.manager", "no account manager");

    /** The key of the one segment of {@link #WHOLE}. */
    static final String ALL = "all";

    private final String joins;
    private final String key;
    private final String unnamed;

    By(String joins, String key, String unnamed) {
        this.joins = joins;
        this.key = key;
        this.unnamed = unnamed;
    }

    /**
     * From the query parameter {@code by}.
     *
     * @throws BadInputException naming {@code by}
     */
    public static By of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return WHOLE;
        }
        for (By by : values()) {
            if (by != WHOLE && by.words().equals(words)) {
                return by;
            }
        }
        throw new BadInputException(
                "by",
                "must be one of "
                        + Arrays.stream(values())
                                .filter(by -> by != WHOLE)
                                .map(By::words)
                                .collect(Collectors.joining(", "))
                        + "; without it the portfolio is one");
    }

    @JsonValue
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The joins, beside {@code account_now a} and {@code period p}, that {@link #key} needs.
     *
     * @param day the column of {@code p} on which a tier has to have held
     */
    String joins(String day) {
        return joins.replace("{day}", day);
    }

    /** The segment of {@code account_now a}; null where it has none. */
    String key() {
        return key;
    }

    /** Of the accounts counted, how many are in the segment by the tier that held then; null where no tier matters. */
    String ofThen() {
        return this == TIER ? Tiers.OF_THEN : "cast(null as bigint)";
    }

    /** Which segment an account is placed in. */
    String placed() {
        return switch (this) {
            case WHOLE -> "The portfolio is one.";
            case TIER ->
                "By the tier that the last finished review by the day had decided, else by the present one: what became"
                        + " of a cohort by the tier of the opening day, everything else by that of the closing day.";
            case REGION -> "By the present region: a former one is not kept.";
            case MANAGER -> "By the present account manager: a former one is not kept.";
        };
    }

    /** What is said of the accounts without a segment. */
    String unnamed() {
        return unnamed;
    }

    /** Which tier held for {@code account_now a} on a day: as the last finished review by then decided, else as it is now. */
    static final class Tiers {
        static final String AS_OF_DAY = """
                left join lateral (
                  select d.outcome ->> 'tier' as tier
                  from decision as d join review as r on r.id = d.review_id
                  where d.account = a.id and d.policy = 'account-tier' and r.finished_at is not null
                    and d.as_of < cast({day} + 1 as timestamp) at time zone :zone
                  order by d.as_of desc limit 1) as tier_then on true
                """;

        static final String TIER = "coalesce(tier_then.tier, a.tier)";

        static final String OF_THEN = "count(tier_then.tier)";

        private Tiers() {}
    }
}
