package dev.keyline.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought: the running term and its lines.
 *
 * @param since the day the first contract started
 * @param start first day of the present term
 * @param end its last day, possibly just past
 * @param value what the present term is worth a year, in US dollars
 */
record Deal(
        Company company,
        LocalDate since,
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate notice,
        double value,
        List<Line> lines) {

    /** One product of the deal; seats are null where it is not licensed by the seat. */
    record Line(Product product, double value, @Nullable Integer seats) {}

    private static final double DOLLARS_A_SEAT = 240;

    /** Fewer would make one user's holiday look like a collapse. */
    private static final int LEAST_SEATS = 30;

    static @Nullable Deal of(Company company) {
        if (!company.story().isCustomer()) {
            return null;
        }
        Dice dice = company.dice("deal");
        Standing standing = company.standing();
        LocalDate end = end(company, dice);
        LocalDate start = firstTermStart(company.story().term, dice);
        LocalDate since;
        if (start == null) {
            start = end.minusYears(dice.between(1, 3)).plusDays(1);
            // The term has run for most of a year: the customer is judged as a settled one.
            while (start.isAfter(Anchor.daysAgo(300))) {
                start = start.minusYears(1);
            }
            since = start.minusYears(Math.max(0, standing.years.pick(dice) - 1L));
        } else {
            since = start;
            end = start.plusYears(dice.between(1, 3)).minusDays(1);
        }
        LocalDate notice = company.story() == Story.LEAVING ? end.minusDays(dice.between(90, 110)) : null;
        double value = standing.worth.pick(dice);
        return new Deal(company, since, start, end, notice, value, lines(company, value, dice));
    }

    /** When somebody in the first term signed, by the months that tell a new customer from a settled one. */
    private static @Nullable LocalDate firstTermStart(Term term, Dice dice) {
        return switch (term) {
            case YOUNG -> Anchor.daysAgo(dice.between(24, 50));
            case SOME_MONTHS_OLD -> Anchor.daysAgo(dice.between(68, 170));
            case HALF_A_YEAR_OLD -> Anchor.daysAgo(dice.between(190, 260));
            default -> null;
        };
    }

    private static LocalDate end(Company company, Dice dice) {
        if (company.story() == Story.LEAVING) {
            // Half have left already, half have given notice.
            return dice.chance(0.5) ? Anchor.daysAgo(dice.between(8, 60)) : Anchor.daysAhead(dice.between(12, 50));
        }
        return Anchor.daysAhead(company.story().term.end.pick(dice));
    }

    private static List<Line> lines(Company company, double value, Dice dice) {
        int count = hasSuite(company, dice)
                ? dice.between(6, 9)
                : company.standing().products.pick(dice);
        List<Product> bought = new ArrayList<>(List.of(Product.WORKSPACE));
        List<Product> rest = new ArrayList<>(List.of(Product.values()));
        rest.remove(Product.WORKSPACE);
        bought.addAll(dice.shuffled(rest).subList(0, count - 1));
        int weights = bought.stream().mapToInt(product -> product.weight).sum();
        List<Line> lines = new ArrayList<>();
        for (Product product : bought) {
            double part = value * product.weight / weights;
            Integer seats = product.seated ? Math.max(LEAST_SEATS, (int) (part / DOLLARS_A_SEAT)) : null;
            lines.add(new Line(product, part, seats));
        }
        return lines;
    }

    /** Small customers like to take everything at once; others rarely do. */
    private static boolean hasSuite(Company company, Dice dice) {
        return dice.chance(company.standing() == Standing.SMALL ? 0.35 : 0.04);
    }

    /** Seats over all products. */
    int seats() {
        return lines.stream()
                .mapToInt(line -> line.seats() == null ? 0 : line.seats())
                .sum();
    }

    boolean isRunning() {
        return !end.isBefore(Anchor.MONDAY);
    }
}
