package dev.keyline.sample;

import static dev.keyline.sample.SampleRows.SAMPLE;
import static dev.keyline.sample.SampleRows.cell;
import static dev.keyline.sample.SampleRows.revenue;
import static dev.keyline.sample.SampleRows.rows;
import static dev.keyline.sample.SampleRows.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleStaffingTest {
    private static final double ANNUAL_REVENUE_OF_A_MANAGER = 4_000_000;

    @Test
    void the_managers_hours_cover_the_book_with_little_to_spare() {
        double demand = SAMPLE.companies().stream()
                .mapToDouble(SampleStaffingTest::points)
                .sum();

        assertThat(demand / present(Team.managers())).isBetween(0.80, 0.90);
        assertThat(sum(revenue().values())).isLessThan(0.85 * 30 * ANNUAL_REVENUE_OF_A_MANAGER);
    }

    @ParameterizedTest
    @EnumSource
    void the_managers_of_a_region_can_carry_it(Region region) {
        List<Manager> able = Team.managers().stream()
                .filter(manager -> manager.regions().contains(region))
                .toList();
        Set<Region> shared =
                able.stream().flatMap(manager -> manager.regions().stream()).collect(Collectors.toSet());
        double demand = SAMPLE.companies().stream()
                .filter(company -> shared.contains(company.market().region()))
                .mapToDouble(SampleStaffingTest::points)
                .sum();
        double hours = present(Team.managers().stream()
                .filter(manager -> manager.regions().stream().anyMatch(shared::contains))
                .toList());

        assertThat(demand / hours).isBetween(0.70, 0.95);
    }

    @Test
    void exactly_three_accounts_speak_a_language_that_no_manager_does() {
        assertThat(SAMPLE.companies().stream()
                        .filter(company -> Team.managers().stream().noneMatch(manager -> manager.mayHold(company))))
                .hasSize(3)
                .allMatch(Company::isUncoverable);
    }

    @Test
    void executives_can_sponsor_every_strategic_account() {
        int seats = People.executives().stream()
                .mapToInt(People.Executive::sponsors)
                .sum();

        assertThat(Standing.STRATEGIC.accounts()).isBetween(25, seats);
    }

    private static double points(Company company) {
        double base = switch (company.standing()) {
            case STRATEGIC -> 10;
            case MAJOR -> 3;
            case PROMISING -> 1;
            case SMALL -> 0.5;
        };
        return base
                * switch (company.story()) {
                    case NEW_CUSTOMER, RENEWING -> 1.3;
                    case CRISIS -> 1.5;
                    default -> 1;
                };
    }

    /** Hours of those who are there for good, without newcomers and whoever is away for the month. */
    private static double present(List<Manager> managers) {
        Set<String> away = rows("leave").stream()
                .filter(row -> LocalDate.parse(cell(row, "to_day")).isAfter(Anchor.daysAhead(31)))
                .map(row -> cell(row, "person_id"))
                .collect(Collectors.toSet());
        return managers.stream()
                .filter(manager -> !manager.isNew() && !away.contains(manager.id()))
                .mapToInt(Manager::capacity)
                .sum();
    }
}
