package dev.keyline.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Monthly exchange rates into the US dollar over two years: a quiet random walk around a level. */
final class Rates {
    private static final int MONTHS = 25;

    private static final Map<String, Double> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("EUR", 1.09);
        LEVELS.put("GBP", 1.27);
        LEVELS.put("CHF", 1.13);
        LEVELS.put("JPY", 0.0067);
        LEVELS.put("CAD", 0.73);
        LEVELS.put("BRL", 0.18);
        LEVELS.put("MXN", 0.054);
        LEVELS.put("SGD", 0.75);
        LEVELS.put("INR", 0.0118);
    }

    private Rates() {}

    /** An amount of dollars in another currency, rounded as prices are: to hundreds of what a hundred dollars buy. */
    static BigDecimal fromDollars(double dollars, String currency) {
        double level = LEVELS.getOrDefault(currency, 1.0);
        int zeros = level < 0.1 ? -4 : -2;
        BigDecimal amount = BigDecimal.valueOf(dollars / level).setScale(zeros, RoundingMode.HALF_UP);
        return amount.setScale(0, RoundingMode.UNNECESSARY);
    }

    static Table table() {
        Table table = new Table("exchange_rate", "currency", "on_day", "rate");
        LEVELS.forEach((currency, level) -> {
            Dice dice = Dice.of("rates", currency);
            double drift = 0;
            for (int month = 0; month < MONTHS; month++) {
                LocalDate day = Anchor.MONDAY.withDayOfMonth(1).minusMonths(MONTHS - 1L - month);
                drift = 0.8 * drift + dice.noise(0.008);
                table.add(
                        currency,
                        day,
                        BigDecimal.valueOf(level * (1 + drift))
                                .setScale(6, RoundingMode.HALF_UP)
                                .toPlainString());
            }
        });
        return table;
    }
}
