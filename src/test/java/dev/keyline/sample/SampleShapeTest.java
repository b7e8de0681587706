package dev.keyline.sample;

import static dev.keyline.sample.SampleRows.ROWS;
import static dev.keyline.sample.SampleRows.SAMPLE;
import static dev.keyline.sample.SampleRows.cell;
import static dev.keyline.sample.SampleRows.column;
import static dev.keyline.sample.SampleRows.revenue;
import static dev.keyline.sample.SampleRows.rows;
import static dev.keyline.sample.SampleRows.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleShapeTest {
    /** Dates that are plans, not history. */
    private static final Set<String> AHEAD = Set.of("ends_on", "leaves_on", "from_day", "to_day", "expires_on");

    @Test
    void five_hundred_accounts_thirty_managers_twelve_executives() {
        assertThat(rows("account")).hasSize(500);
        assertThat(rows("person").stream()
                        .collect(Collectors.groupingBy(row -> row.get("kind"), Collectors.counting())))
                .isEqualTo(Map.of("account-manager", 30L, "executive", 12L));
        assertThat(rows("account_group")).hasSize(60);
        assertThat(rows("account_group").stream()
                        .filter(row -> !cell(row, "parent_id").isEmpty()))
                .hasSize(14);
    }

    @Test
    void names_and_ids_are_given_once() {
        for (String table : List.of("account", "account_group", "person", "product")) {
            assertThat(column(table, "name")).as(table).doesNotHaveDuplicates();
        }
        ROWS.forEach((table, rows) -> {
            if (rows.get(0).containsKey("id")) {
                assertThat(column(table, "id")).as(table).doesNotHaveDuplicates();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "account, group_id, account_group",
        "account_group, parent_id, account_group",
        "assignment, account_id, account",
        "assignment, person_id, person",
        "contact, account_id, account",
        "contract, account_id, account",
        "contract, product_id, product",
        "entitlement, account_id, account",
        "entitlement, product_id, product",
        "leave, person_id, person",
        "opportunity, account_id, account",
        "opportunity, product_id, product",
        "person, line_manager_id, person",
        "satisfaction, account_id, account",
        "signal, account_id, account",
        "ticket, account_id, account",
        "tier_override, account_id, account",
        "usage, account_id, account",
    })
    void every_reference_resolves(String table, String column, String target) {
        Set<String> ids = new HashSet<>(column(target, "id"));

        assertThat(column(table, column))
                .filteredOn(id -> !id.isEmpty())
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void history_ends_at_the_anchor_and_only_plans_lie_ahead() {
        ROWS.forEach((table, rows) -> rows.forEach(row -> row.forEach((column, text) -> {
            LocalDate day = day(text);
            if (day != null && !AHEAD.contains(column)) {
                assertThat(day).as(table + row).isBeforeOrEqualTo(Anchor.MONDAY);
            }
        })));
    }

    @Test
    void nothing_ends_before_it_starts() {
        assertOrdered("contract", "starts_on", "ends_on");
        assertOrdered("entitlement", "starts_on", "ends_on");
        assertOrdered("opportunity", "opened_on", "closed_on");
        assertOrdered("leave", "from_day", "to_day");
        assertOrdered("signal", "occurred_at", "withdrawn_at");
        for (Map<String, String> row : rows("ticket")) {
            if (!cell(row, "closed_at").isEmpty()) {
                assertThat(Instant.parse(cell(row, "closed_at")))
                        .isAfterOrEqualTo(Instant.parse(cell(row, "opened_at")));
            }
        }
    }

    @Test
    void readings_are_weekly_and_go_back_two_years() {
        Map<String, List<LocalDate>> read = rows("usage").stream()
                .collect(Collectors.groupingBy(
                        row -> cell(row, "account_id"),
                        Collectors.mapping(row -> LocalDate.parse(cell(row, "read_at")), Collectors.toList())));

        assertThat(read.values().stream().mapToInt(List::size).max()).hasValue(Anchor.WEEKS);
        assertThat(read.values()).allSatisfy(days -> {
            assertThat(days.get(days.size() - 1)).isEqualTo(Anchor.LAST_READING);
            for (int i = 1; i < days.size(); i++) {
                assertThat(days.get(i)).isEqualTo(days.get(i - 1).plusWeeks(1));
            }
        });
    }

    @Test
    void every_currency_has_a_rate_for_each_month_of_the_two_years() {
        Set<String> currencies = new HashSet<>(column("contract", "currency"));
        currencies.addAll(column("opportunity", "currency"));
        currencies.addAll(column("account", "turnover_currency"));
        currencies.removeAll(Set.of("USD", ""));

        Map<String, Long> rates = rows("exchange_rate").stream()
                .collect(Collectors.groupingBy(row -> cell(row, "currency"), Collectors.counting()));

        assertThat(rates.keySet()).containsAll(currencies);
        assertThat(rates.values()).allMatch(months -> months == 25);
    }

    @Test
    void a_fifth_of_the_accounts_brings_about_four_fifths_of_the_revenue() {
        List<Double> largestFirst =
                revenue().values().stream().sorted(Comparator.reverseOrder()).toList();
        double fifth =
                largestFirst.stream().limit(100).mapToDouble(value -> value).sum();

        assertThat(fifth / sum(revenue().values())).isCloseTo(0.8, within(0.05));
    }

    @Test
    void the_tiers_have_their_usual_shares_of_accounts_and_revenue() {
        double keyAccounts = 500 - Standing.SMALL.accounts();

        assertThat(Standing.STRATEGIC.accounts() / keyAccounts).isBetween(0.10, 0.20);
        // Some major accounts turn out too young or too thin: the policies put those into Tier 3.
        assertThat(Standing.MAJOR.accounts() / keyAccounts).isBetween(0.30, 0.45);
        assertThat(Standing.PROMISING.accounts() / keyAccounts).isBetween(0.40, 0.51);
        assertThat(shareOfRevenue(Standing.STRATEGIC)).isBetween(0.50, 0.70);
        assertThat(shareOfRevenue(Standing.MAJOR)).isBetween(0.25, 0.35);
        assertThat(shareOfRevenue(Standing.PROMISING)).isBetween(0.10, 0.20);
    }

    @ParameterizedTest
    @EnumSource
    void every_story_is_told_by_three_accounts_in_a_hundred(Story story) {
        assertThat(SAMPLE.companies().stream().filter(company -> company.story() == story))
                .hasSizeGreaterThanOrEqualTo(15);
    }

    private static double shareOfRevenue(Standing standing) {
        Map<Standing, Double> shares = new EnumMap<>(Standing.class);
        Map<String, Double> revenue = revenue();
        SAMPLE.companies()
                .forEach(company ->
                        shares.merge(company.standing(), revenue.getOrDefault(company.id(), 0.0), Double::sum));
        return shares.getOrDefault(standing, 0.0) / sum(revenue.values());
    }

    private static void assertOrdered(String table, String from, String to) {
        for (Map<String, String> row : rows(table)) {
            LocalDate end = day(cell(row, to));
            if (end != null) {
                assertThat(end).as(table + row).isAfterOrEqualTo(day(cell(row, from)));
            }
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : text.length() == 20 ? LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
