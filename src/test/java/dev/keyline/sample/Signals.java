package dev.keyline.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was heard about a company: what its story says, and harmless, old or withdrawn news beside it. */
final class Signals {
    private static final List<News> HARMLESS = List.of(
            new News("merger", "Bought a smaller rival"),
            new News("new-region", "Opens an office abroad"),
            new News("funding", "Raised new capital"),
            new News("award", "Won an industry award"));
    private static final List<News> GRAVE = List.of(
            new News("champion-change", "Our champion changed jobs"),
            new News("executive-turnover", "A board member left"),
            new News("competitive-evaluation", "Asked a rival for an offer"),
            new News("budget-cut", "Budgets frozen for a quarter"),
            new News("reorganisation", "Two divisions are being merged"));

    private final Table signals =
            new Table("signal", "id", "account_id", "kind", "detail", "occurred_at", "withdrawn_at");

    void add(Company company) {
        Dice dice = company.dice("signals");
        Writer writer = new Writer(company);
        News told = told(company.story());
        if (told != null) {
            writer.add(told, dice.between(4, 45), null, dice);
        }
        if (company.story() == Story.NEW_EXECUTIVE) {
            Dice named = company.dice("named");
            writer.add(new News("new-executive", "The new chief executive began"), named.between(15, 44), null, named);
        }
        // Long past, heard and acted upon.
        if (dice.chance(0.15)) {
            writer.add(dice.pick(GRAVE), dice.between(250, 650), null, dice);
        }
        // A rumour that proved wrong.
        if (told == null && dice.chance(0.06)) {
            writer.add(dice.pick(GRAVE), dice.between(20, 50), dice.between(2, 12), dice);
        }
        if (dice.chance(company.story() == Story.THRIVING ? 0.4 : 0.14)) {
            writer.add(dice.pick(HARMLESS), dice.between(5, 120), null, dice);
        }
    }

    private static @Nullable News told(Story story) {
        return switch (story) {
            case CHAMPION_LEFT -> new News("champion-change", "The champion left the company");
            case NEW_EXECUTIVE -> new News("executive-turnover", "A new chief executive was named");
            case COMPETITOR -> new News("competitive-evaluation", "A rival's pilot runs in one division");
            default -> null;
        };
    }

    Table table() {
        return signals;
    }

    private record News(String kind, String detail) {}

    private final class Writer {
        private final Company company;
        private int number;

        Writer(Company company) {
            this.company = company;
        }

        void add(News news, int daysAgo, @Nullable Integer withdrawnDaysAgo, Dice dice) {
            number++;
            signals.add(
                    company.id() + "-S" + number,
                    company.id(),
                    news.kind(),
                    news.detail(),
                    Anchor.instant(Anchor.daysAgo(daysAgo), dice.between(8, 16), 0),
                    withdrawnDaysAgo == null ? null : Anchor.instant(Anchor.daysAgo(withdrawnDaysAgo), 9, 0));
        }
    }
}
