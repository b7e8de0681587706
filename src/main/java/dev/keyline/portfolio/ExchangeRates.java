package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a unit of each currency is worth in the reporting currency. */
final class ExchangeRates {
    private ExchangeRates() {}

    /** By ISO 4217 code, the latest rate on or before the day; the reporting currency itself is 1. */
    static Map<String, BigDecimal> on(Handle handle, LocalDate day, String reportingCurrency) {
        Map<String, BigDecimal> rates = new HashMap<>();
        handle.createQuery("""
                        select distinct on (currency) currency, rate from exchange_rate
                        where on_day <= :day order by currency, on_day desc
                        """)
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getString("currency"), row.getBigDecimal("rate")))
                .forEach(rate -> rates.put(rate.getKey(), rate.getValue()));
        rates.put(reportingCurrency, BigDecimal.ONE);
        return rates;
    }
}
