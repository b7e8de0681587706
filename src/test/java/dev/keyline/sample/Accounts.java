package dev.keyline.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account rows with their custom attributes, and the tiers set by hand. */
final class Accounts {
    private static final List<String> POSITIONS = List.of("leader", "challenger", "niche", "follower");
    private static final List<String> REFERENCES = List.of("co-marketing", "public", "private", "none");
    private static final List<String> FITS = List.of("core", "adjacent", "outside");
    private static final List<String> TIERS =
            Arrays.stream(Standing.values()).map(standing -> standing.tier).toList();

    private final Table accounts = new Table(
            "account",
            "id",
            "name",
            "group_id",
            "industry",
            "region",
            "country",
            "city",
            "language",
            "employees",
            "annual_turnover",
            "turnover_currency",
            "customer_since",
            "market_position",
            "reference_standing",
            "in_negotiation",
            "imported_tier",
            "clearance",
            "skills",
            "time_zone",
            "useCaseFit",
            "technologyFit",
            "yearOpened",
            "squareFeet");
    private final Table overrides = new Table("tier_override", "account_id", "tier", "reason", "author", "expires_on");

    void add(Company company, @Nullable LocalDate since) {
        Dice dice = company.dice("account");
        Market market = company.market();
        Needs needs = Needs.of(company);
        boolean known = company.story().isResearched();
        boolean measured = known && company.story() != Story.UNMEASURED;
        int employees = company.standing().employees.pickSize(dice);
        BigDecimal turnover = Rates.fromDollars(employees * dice.within(60_000, 300_000), market.currency())
                .setScale(-5, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.UNNECESSARY);
        accounts.add(
                company.id(),
                company.name(),
                company.group(),
                known ? company.industry().label : null,
                market.region().label,
                market.country(),
                company.city(),
                market.language(),
                measured ? employees : null,
                measured ? turnover : null,
                measured ? market.currency() : null,
                since,
                known ? graded(POSITIONS, company, dice) : null,
                reference(company, dice),
                isInNegotiation(company.story(), dice),
                importedTier(company, dice),
                needs.clearance(),
                needs.skills(),
                TimeZones.of(market.country(), company.city()),
                known ? graded(FITS, company, dice) : null,
                known ? graded(FITS, company, dice) : null,
                measured ? opened(company, dice) : null,
                floor(company, measured, dice));
    }

    /** The better the standing, the nearer to the front of the list; a step further back for an unhappy customer. */
    private static String graded(List<String> bestFirst, Company company, Dice dice) {
        double place = (1 - company.standing().quality) + dice.noise(0.16);
        int step = (int) Math.floor(place * bestFirst.size());
        return bestFirst.get(Math.max(0, Math.min(bestFirst.size() - 1, step)));
    }

    private static @Nullable String reference(Company company, Dice dice) {
        if (!company.story().isResearched()) {
            return null;
        }
        return company.story().isCustomer() ? graded(REFERENCES, company, dice) : "none";
    }

    /** The larger, the older: between a few years and more than a century ago. */
    private static int opened(Company company, Dice dice) {
        int age = Span.span(4, 25).pickSize(dice) + (int) (company.standing().quality * dice.between(0, 90));
        return Anchor.MONDAY.getYear() - age;
    }

    /** Selling floor, in square feet, of those who run shops. */
    private static @Nullable Integer floor(Company company, boolean measured, Dice dice) {
        boolean hasShops = company.industry() == Industry.RETAIL && measured;
        return hasShops ? Span.span(60, 1_200).pickSize(dice) * 100 : null;
    }

    private static boolean isInNegotiation(Story story, Dice dice) {
        return switch (story) {
            case RENEWING -> dice.chance(0.5);
            case COMPETITOR -> dice.chance(0.3);
            default -> false;
        };
    }

    /** The CRM's own tier: mostly what the company deserves, sometimes a step off, unknown for the newest. */
    private static @Nullable String importedTier(Company company, Dice dice) {
        if (company.story().term.isFirst() || company.story() == Story.PROSPECT || company.story() == Story.ENQUIRY) {
            return null;
        }
        int step = dice.chance(flattery(company.standing())) ? -1 : dice.chance(0.08) ? 1 : 0;
        return TIERS.get(Math.max(0, Math.min(TIERS.size() - 1, TIERS.indexOf(company.standing().tier) + step)));
    }

    /** How often the CRM still shows a tier better than the company's weight: from better days, or by hope. */
    private static double flattery(Standing standing) {
        return switch (standing) {
            case STRATEGIC -> 0;
            case MAJOR -> 0.2;
            case PROMISING -> 0.45;
            case SMALL -> 0.2;
        };
    }

    /** Tiers set by hand: sixteen that hold and seventeen that ran out. */
    void addOverrides(List<Company> companies) {
        override(companies, Standing.SMALL, Story.PROSPECT, 6, "Tier 3", "Board member opened the door", 150);
        override(
                companies,
                Standing.PROMISING,
                Story.STEADY,
                5,
                "Tier 2",
                "Named in the growth plan of the region",
                250);
        override(companies, Standing.MAJOR, Story.DRIFTING, 2, "Tier 3", "Being carved up between two buyers", 90);
        override(companies, Standing.SMALL, Story.STEADY, 3, "not a key account", "Served by a partner", 330);
        override(companies, Standing.PROMISING, Story.THRIVING, 10, "Tier 2", "Pilot of the new service", -25);
        override(companies, Standing.SMALL, Story.DRIFTING, 7, "Tier 3", "Promised to the former owner", -200);
    }

    private void override(
            List<Company> companies, Standing standing, Story story, int count, String tier, String reason, int days) {
        companies.stream()
                .filter(company -> company.standing() == standing && company.story() == story)
                .limit(count)
                .forEach(company -> overrides.add(company.id(), tier, reason, "manager", Anchor.daysAhead(days)));
    }

    Table accounts() {
        return accounts;
    }

    Table overrides() {
        return overrides;
    }

    static Table attributes() {
        Table table = new Table("attribute_definition", "name", "type", "unit", "description");
        table.add(
                "useCaseFit",
                "text",
                null,
                "How the purpose the customer uses us for lies to our roadmap: core, adjacent, outside");
        table.add(
                "technologyFit",
                "text",
                null,
                "How the technology the customer runs lies to the one we build for: core, adjacent, outside");
        table.add("yearOpened", "number", "year", "The calendar year the customer opened its business");
        table.add("squareFeet", "number", "square feet", "A retailer's selling floor");
        return table;
    }
}
