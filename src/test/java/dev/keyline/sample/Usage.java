package dev.keyline.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Weekly readings: active users, API calls with their quota, and the hours an account takes to answer us. */
final class Usage {
    /** The weeks before the last reading in which chance stays small and alternates: it must not look like a slide. */
    private static final int CALM_WEEKS = 6;

    private static final int SLOW_WEEKS = 5;

    /** The quota's column; the calls stand before it. */
    private static final int QUOTA = 4;

    private final Table readings =
            new Table("usage", "account_id", "read_at", "active-users", "api-calls", "api-quota", "response-hours");

    void add(Deal deal) {
        Company company = deal.company();
        if (company.story().usage == UsageCurve.NONE) {
            return;
        }
        Dice dice = company.dice("usage");
        double level = level(company.story().usage, dice);
        double usualHours = dice.within(5, 14);
        int callsAUser = dice.between(40, 120);
        boolean callsApi = deal.lines().stream().anyMatch(line -> line.product() == Product.CONNECT);
        int first = firstWeek(deal);
        List<Object[]> rows = new ArrayList<>();
        for (int week = first; week < Anchor.WEEKS; week++) {
            int age = Anchor.WEEKS - 1 - week;
            double share =
                    company.story().usage.share(age, Anchor.WEEKS - 1 - first, level) + chance(company, age, dice);
            long users = Math.round(deal.seats() * Math.max(0, Math.min(1, share)));
            Long calls = callsApi ? Math.round(users * callsAUser * dice.within(0.9, 1.1)) : null;
            rows.add(new Object[] {
                company.id(), Anchor.week(week), users, calls, null, hours(company, age, usualHours, dice)
            });
        }
        if (callsApi && rows.size() > 1) {
            rows.get(Math.max(0, rows.size() - Anchor.WEEKS / 2))[QUOTA] = quota(company, rows);
        }
        rows.forEach(readings::add);
    }

    /** Calls a week that are paid for: some accounts are about to outgrow them, a few have. */
    private static long quota(Company company, List<Object[]> rows) {
        Dice dice = company.dice("quota");
        long last = (Long) rows.get(rows.size() - 1)[QUOTA - 1];
        long before = (Long) rows.get(rows.size() - 2)[QUOTA - 1];
        double share = switch (dice.between(0, 4)) {
            case 0 -> dice.within(0.82, 0.93);
            case 1 -> dice.within(0.96, 0.99);
            case 2 -> dice.within(1.01, 1.3);
            default -> dice.within(0.3, 0.75);
        };
        return Math.max(1, Math.round(Math.min(last, before) / share));
    }

    private static double level(UsageCurve curve, Dice dice) {
        return switch (curve) {
            case GROWING -> dice.within(0.88, 0.97);
            case RAMPING -> dice.within(0.45, 0.85);
            case FADING -> dice.within(0.78, 0.92);
            case LATE -> dice.within(0.22, 0.44);
            case EARLY -> dice.within(0.55, 0.70);
            case STALLING -> dice.within(0.68, 0.80);
            case DIPPING -> dice.within(0.955, 0.98);
            case SLIDING -> dice.within(0.95, 0.98);
            default -> dice.within(0.78, 0.92);
        };
    }

    private static double chance(Company company, int age, Dice dice) {
        double noise = dice.noise(0.02);
        if (age >= CALM_WEEKS) {
            return Math.max(-0.05, Math.min(0.05, noise));
        }
        return switch (company.story().usage) {
            case SLIDING, DIPPING, COLLAPSING, STALLING -> 0;
            default -> age % 2 == 0 ? 0.012 : -0.012;
        };
    }

    private static long hours(Company company, int age, double usual, Dice dice) {
        boolean slow = company.story() == Story.SLOW_ANSWERS && age < SLOW_WEEKS;
        return Math.max(1, Math.round(usual * (slow ? 2.8 : 1) * dice.within(0.85, 1.15)));
    }

    private static int firstWeek(Deal deal) {
        LocalDate oldest = Anchor.week(0);
        long weeks = ChronoUnit.WEEKS.between(oldest, deal.since());
        return deal.since().isBefore(oldest) ? 0 : (int) weeks + 1;
    }

    Table table() {
        return readings;
    }
}
