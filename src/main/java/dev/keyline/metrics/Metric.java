package dev.keyline.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.keyline.http.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is measured. {@code src/docs/metrics.md} has the same definitions with what they mean for real contracts. */
public enum Metric {
    NRR(
            "net revenue retention",
            Unit.SHARE,
            "annual value on the closing day ÷ annual value on the opening day",
            "accounts with a running contract on the opening day; newcomers are in neither",
            "SaaS Metrics Standards Board, Net Revenue Retention"),
    GRR(
            "gross revenue retention",
            Unit.SHARE,
            "sum of the smaller of each account's two annual values ÷ annual value on the opening day",
            "accounts with a running contract on the opening day; one account's growth makes up for no other's loss",
            "SaaS Metrics Standards Board, Gross Revenue Retention"),
    LOGO_CHURN(
            "logo churn",
            Unit.SHARE,
            "accounts without a running contract on the closing day ÷ accounts",
            "accounts with a running contract on the opening day, each counted once whatever it is worth",
            "Farris et al., Marketing Metrics, chapter on customer profitability: customers lost ÷ customers at risk"),
    LOGO_RETENTION(
            "logo retention",
            Unit.SHARE,
            "accounts with a running contract on the closing day ÷ accounts",
            "accounts with a running contract on the opening day; 1 − logo churn",
            "Farris et al., Marketing Metrics, chapter on customer profitability: customers retained ÷ customers at risk"),
    LTV(
            "lifetime value",
            Unit.MONEY,
            "mean annual value of an account on the closing day ÷ logo churn",
            "accounts with a running contract on the closing day; revenue, before any cost and undiscounted",
            "Gupta and Lehmann, Customers as Assets, Journal of Interactive Marketing 17(1), 2003, without margin and"
                    + " discount, which no contract states"),
    CONCENTRATION(
            "concentration",
            Unit.SHARE,
            "annual value of the largest 20 % of accounts, rounded up to whole accounts ÷ annual value of all",
            "accounts with a running contract on the closing day",
            "the Pareto principle: about 20 % of accounts make 80 % of revenue"),
    CSAT(
            "CSAT",
            Unit.GRADE,
            "sum of each account's last reading in the period ÷ accounts with one",
            "accounts that gave a reading, 1 to 5, after the opening day and up to the closing day",
            "mean grade; an account that is asked more often has no louder voice (own choice)"),
    NPS(
            "NPS",
            Unit.POINTS,
            "sum of each account's last reading in the period ÷ accounts with one",
            "accounts that gave a reading, −100 to 100, after the opening day and up to the closing day",
            "Reichheld, The One Number You Need to Grow, Harvard Business Review 81(12), 2003; a reading is an account's"
                    + " own promoters less detractors"),
    COVERAGE_RATIO(
            "coverage ratio",
            Unit.SHARE,
            "key accounts with an account manager in service ÷ key accounts",
            "accounts of Tier 1, 2 or 3 on the closing day that were customers by then or have no date",
            "own choice: a key account is one that somebody answers for"),
    SPONSOR_COVERAGE(
            "sponsor coverage",
            Unit.SHARE,
            "Tier 1 accounts with an executive sponsor in service ÷ Tier 1 accounts",
            "accounts of Tier 1 on the closing day that were customers by then or have no date",
            "own choice: every Tier 1 account must have a sponsor");

    private final String title;
    private final Unit unit;
    private final String formula;
    private final String counted;
    private final String source;

    Metric(String title, Unit unit, String formula, String counted, String source) {
        this.title = title;
        this.unit = unit;
        this.formula = formula;
        this.counted = counted;
        this.source = source;
    }

    /**
     * From the query parameter {@code metric}.
     *
     * @throws BadInputException naming {@code metric}
     */
    public static Metric of(@Nullable String id) {
        return Arrays.stream(values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "metric",
                        "must be one of "
                                + Arrays.stream(values()).map(Metric::id).collect(Collectors.joining(", "))));
    }

    /** As it stands in addresses, in JSON and in the policy that sets targets. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }

    /** Which accounts it is about. */
    public String counted() {
        return counted;
    }

    public String source() {
        return source;
    }
}
