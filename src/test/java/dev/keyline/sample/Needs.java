package dev.keyline.sample;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a larger account asks of its manager beyond region and language. Nothing is asked for that nobody could give.
 *
 * @param clearance to see what is kept from others; null: none
 * @param skills products to be explained and sold
 */
record Needs(@Nullable String clearance, List<String> skills) {
    /** Of those who run what a country cannot do without. */
    static final String CLEARANCE = "critical infrastructure";

    private static final List<Product> HARD_TO_EXPLAIN = List.of(Product.CONNECT, Product.SHIELD);
    private static final Needs NOTHING = new Needs(null, List.of());

    static Needs of(Company company) {
        if (company.standing() != Standing.STRATEGIC && company.standing() != Standing.MAJOR) {
            return NOTHING;
        }
        Dice dice = company.dice("needs");
        boolean vital = company.industry() == Industry.ENERGY || company.industry() == Industry.TELECOM;
        boolean cleared = vital && company.story().isResearched() && dice.chance(0.5);
        Deal deal = Deal.of(company);
        Stream<Product> bought =
                deal == null ? Stream.of() : deal.lines().stream().map(Deal.Line::product);
        List<String> skills = bought.filter(HARD_TO_EXPLAIN::contains)
                .filter(product -> dice.chance(0.15))
                .map(product -> product.label)
                .toList();
        return Stream.of(
                        new Needs(cleared ? CLEARANCE : null, skills),
                        new Needs(cleared ? CLEARANCE : null, List.of()),
                        new Needs(null, skills))
                .filter(needs -> Team.managers().stream()
                        .anyMatch(manager -> manager.isAround() && manager.serves(company) && manager.meets(needs)))
                .findFirst()
                .orElse(NOTHING);
    }

    static List<String> hardToExplain() {
        return HARD_TO_EXPLAIN.stream().map(product -> product.label).toList();
    }

    boolean clearedBy(List<String> clearances) {
        return clearance == null || clearances.contains(Objects.requireNonNull(clearance));
    }
}
