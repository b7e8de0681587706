package dev.keyline.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Support tickets of two years, those still open as the story wants them. */
final class Tickets {
    private static final List<String> GRAVE = List.of(
            "Sign-in fails for all users",
            "Night load stopped",
            "Reports show wrong totals",
            "Service unreachable",
            "Data missing after the update");
    private static final List<String> USUAL = List.of(
            "Export takes too long",
            "Dashboard filter lost",
            "Question about roles",
            "New site to set up",
            "Mobile client does not sync",
            "Invoice address",
            "Training asked for",
            "Column width not kept");

    private final Table tickets = new Table(
            "ticket", "id", "account_id", "subject", "severity", "escalated", "sentiment", "opened_at", "closed_at");

    void add(Deal deal) {
        Company company = deal.company();
        Dice dice = company.dice("tickets");
        int number = 0;
        int closed = Math.min(14, 1 + deal.seats() / 150 + dice.between(0, 4));
        for (int i = 0; i < closed; i++) {
            LocalDate opened = Anchor.daysAgo(dice.between(40, 700));
            LocalDate done = opened.plusDays(dice.between(0, 20));
            if (!opened.isBefore(deal.since())) {
                add(
                        company,
                        ++number,
                        dice.chance(0.15) ? "high" : dice.chance(0.5) ? "medium" : "low",
                        false,
                        opened,
                        done,
                        dice);
            }
        }
        int open = company.story().openTickets.pick(dice);
        for (int i = 0; i < open; i++) {
            LocalDate opened =
                    Anchor.daysAgo(dice.between(2, company.story().term.isFirst() ? 20 : 34));
            String severity = severity(company.story(), i, dice);
            boolean escalated = isEscalated(company.story(), i, dice);
            add(company, ++number, severity, escalated, opened, null, dice);
        }
    }

    private static String severity(Story story, int which, Dice dice) {
        if (which > 0) {
            return dice.chance(0.25) ? "high" : dice.chance(0.6) ? "medium" : "low";
        }
        return switch (story) {
            case CRISIS -> "critical";
            case COMPETITOR, COLLAPSED, DIPPED, DRIFTING -> "high";
            default -> "medium";
        };
    }

    /** Escalated tickets are the first of a crisis, and of some accounts that have a rival at the door or lose users. */
    private static boolean isEscalated(Story story, int which, Dice dice) {
        return which == 0
                && switch (story) {
                    case CRISIS -> true;
                    case COMPETITOR, COLLAPSED, DIPPED -> dice.chance(0.4);
                    default -> false;
                };
    }

    private void add(
            Company company,
            int number,
            String severity,
            boolean escalated,
            LocalDate opened,
            @Nullable LocalDate closed,
            Dice dice) {
        boolean grave = severity.equals("critical") || severity.equals("high");
        tickets.add(
                company.id() + "-T" + number,
                company.id(),
                dice.pick(grave ? GRAVE : USUAL),
                severity,
                escalated,
                sentiment(company.story(), escalated, closed == null, dice),
                Anchor.instant(opened, dice.between(7, 12), dice.between(0, 59)),
                closed == null ? null : Anchor.instant(closed, dice.between(13, 17), dice.between(0, 59)));
    }

    private static String sentiment(Story story, boolean escalated, boolean open, Dice dice) {
        double anger = switch (story) {
            case CRISIS, LEAVING -> 0.7;
            case DRIFTING, COMPETITOR, COLLAPSED, DIPPED -> 0.45;
            case THRIVING, NEW_CUSTOMER -> 0.05;
            default -> 0.2;
        };
        if (escalated || dice.chance(open ? anger : anger / 2)) {
            return "negative";
        }
        return dice.chance(0.25) ? "positive" : "neutral";
    }

    Table table() {
        return tickets;
    }
}
