package dev.keyline.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Contracts now and before, what they entitle to, and what is being offered. */
final class Sales {
    private static final int PAST_TERMS = 4;
    private static final List<String> UNITS = List.of("Operations", "Sales", "Finance", "Service", "Research");
    private static final List<String> OFFERS =
            List.of("Roll-out to %s", "More seats for %s", "Pilot for %s", "%s, new sites");

    private final Table contracts = new Table(
            "contract",
            "id",
            "account_id",
            "product_id",
            "starts_on",
            "ends_on",
            "annual_value",
            "currency",
            "notice_given_on");
    private final Table entitlements = new Table(
            "entitlement",
            "id",
            "account_id",
            "product_id",
            "business_unit",
            "region",
            "seats",
            "starts_on",
            "ends_on");
    private final Table opportunities = new Table(
            "opportunity", "id", "account_id", "name", "product_id", "amount", "currency", "opened_on", "closed_on");

    void add(Deal deal) {
        Company company = deal.company();
        String currency = company.market().currency();
        int number = 0;
        for (Deal.Line line : deal.lines()) {
            number++;
            contracts.add(
                    company.id() + "-C" + number,
                    company.id(),
                    line.product().id,
                    deal.start(),
                    deal.end(),
                    Rates.fromDollars(line.value(), currency),
                    currency,
                    deal.notice());
            entitlements.add(
                    company.id() + "-E" + number,
                    company.id(),
                    line.product().id,
                    company.dice("unit" + number).pick(UNITS),
                    company.market().region().label,
                    line.seats(),
                    deal.start(),
                    deal.end());
        }
        addPast(deal, number, currency);
    }

    /** Earlier terms grew into the present one; the oldest are not on file. */
    private void addPast(Deal deal, int present, String currency) {
        Dice dice = deal.company().dice("past");
        int number = present;
        double value = deal.value();
        LocalDate end = deal.start().minusDays(1);
        while (end.isAfter(deal.since()) && number < present + PAST_TERMS) {
            LocalDate start = end.minusYears(dice.between(1, 2)).plusDays(1);
            if (start.isBefore(deal.since())) {
                start = deal.since();
            }
            value *= dice.within(0.75, 0.95);
            number++;
            contracts.add(
                    deal.company().id() + "-C" + number,
                    deal.company().id(),
                    Product.WORKSPACE.id,
                    start,
                    end,
                    Rates.fromDollars(value, currency),
                    currency,
                    null);
            end = start.minusDays(1);
        }
    }

    /** Open offers as good as the company's prospects are; a few closed ones behind it. */
    void addOffers(Company company) {
        Dice dice = company.dice("offers");
        int open = switch (company.story()) {
            case PROSPECT -> dice.between(1, 2);
            case LEAVING, CRISIS, UNMEASURED, ENQUIRY, DORMANT -> 0;
            default -> dice.chance(company.standing().quality) ? dice.between(1, 3) : 0;
        };
        int all = open + (company.story().isResearched() ? dice.between(0, 2) : 0);
        for (int i = 1; i <= all; i++) {
            boolean closed = i > open;
            LocalDate opened = Anchor.daysAgo(closed ? dice.between(160, 700) : dice.between(7, 140));
            Product product = dice.pick(List.of(Product.values()));
            BigDecimal amount = Rates.fromDollars(
                    company.standing().worth.least() * dice.within(0.15, 0.6),
                    company.market().currency());
            opportunities.add(
                    company.id() + "-O" + i,
                    company.id(),
                    dice.pick(OFFERS).formatted(product.label),
                    product.id,
                    amount,
                    company.market().currency(),
                    opened,
                    closed ? opened.plusDays(dice.between(30, 150)) : null);
        }
    }

    List<Table> tables() {
        return List.of(contracts, entitlements, opportunities);
    }
}
