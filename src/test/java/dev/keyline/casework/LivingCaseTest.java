package dev.keyline.casework;

import static dev.keyline.casework.Scenery.ACCOUNT;
import static dev.keyline.casework.Scenery.change;
import static dev.keyline.casework.Scenery.escalation;
import static dev.keyline.casework.Scenery.outcome;
import static dev.keyline.casework.Scenery.review;
import static dev.keyline.casework.Scenery.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.http.PageRequest;
import dev.keyline.review.OutcomeFollower;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What evaluations and clocks do to cases. */
@QuarkusTest
class LivingCaseTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Casework casework;

    @Inject
    Cases cases;

    @Inject
    RungTimer rungs;

    @Inject
    UpdateTimer updates;

    @BeforeEach
    void an_account_with_its_people() {
        Scenery.set(jdbi);
    }

    @Test
    void a_finding_opens_a_case_with_the_accounts_manager_as_owner_and_a_running_clock() {
        follow(review(), outcome(escalation("high")));

        Case opened = only();
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(opened.owner()).isEqualTo("kim");
        assertThat(opened.rung()).as("the account manager hears of it from the start").isEqualTo(1);
        assertThat(opened.clock().rungs()).extracting(CaseClock.Due::percent).containsExactly(0, 50, 100, 150);
        assertThat(opened.clock().dueAt()).isAfter(opened.clock().startedAt());
        assertThat(happened(opened)).containsExactly("opened");
        assertThat(timers(opened)).containsExactly("1/1", "1/2", "1/3");
    }

    @Test
    void a_finding_without_a_response_time_has_no_clock() {
        follow(review(), outcome(warning()));

        assertThat(only().clock()).isNull();
        assertThat(timers(only())).isEmpty();
    }

    @Test
    void the_same_finding_keeps_to_its_case_however_often_it_is_made() {
        follow(review(), outcome(escalation("high")));
        follow(change(), outcome(escalation("high")));
        List<OutcomeFollower.Held> last = outcome(escalation("high"), warning());
        follow(review(), last);

        assertThat(cases.openOf(ACCOUNT)).hasSize(2);
        Case kept = cases.openOf(ACCOUNT).get(1);
        assertThat(kept.decisionId()).isEqualTo(last.get(0).decisionId());
        assertThat(happened(kept)).containsExactly("opened");
        assertThat(kept.clockNumber()).isEqualTo(1);
    }

    @Test
    void a_cause_that_is_no_longer_found_proposes_closing_and_closes_nothing() {
        follow(review(), outcome(escalation("high")));
        follow(change(), outcome());
        assertThat(only().closingProposedSince()).isNotNull();
        assertThat(only().cleanReviews()).as("one account's evaluation is no review").isZero();
        assertThat(only().state()).isEqualTo(CaseState.OPEN);

        follow(review(), outcome());
        assertThat(only().cleanReviews()).isEqualTo(1);
        assertThat(happened(only())).containsExactly("opened", "closing-proposed");
    }

    @Test
    void a_cause_that_is_found_again_takes_the_proposal_back() {
        follow(review(), outcome(escalation("high")));
        follow(review(), outcome());
        follow(review(), outcome(escalation("high")));

        assertThat(only().closingProposedSince()).isNull();
        assertThat(only().cleanReviews()).isZero();
        assertThat(happened(only())).containsExactly("opened", "closing-proposed", "found-again");
    }

    @Test
    void a_change_of_severity_sets_the_clock_anew() {
        follow(review(), outcome(escalation("high")));
        Case before = only();
        follow(review(), outcome(escalation("critical")));

        Case after = only();
        assertThat(after.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(after.clockNumber()).isEqualTo(2);
        assertThat(after.clock().startedAt()).isAfterOrEqualTo(before.clock().startedAt());
        rungs.due(CaseRecorder.rungTimer(before, 1));
        assertThat(only().rung()).as("a timer of the old clock").isEqualTo(1);
        assertThat(happened(only())).containsExactly("opened", "severity-changed");
    }

    @Test
    void what_gets_worse_has_to_be_taken_up_anew_and_what_gets_better_does_not() {
        follow(review(), outcome(escalation("high")));
        act((handle, one) -> cases.acknowledge(handle, one, "manager", null));
        follow(review(), outcome(escalation("medium")));
        assertThat(only().state()).isEqualTo(CaseState.ACKNOWLEDGED);
        assertThat(only().severity()).isEqualTo(Severity.MEDIUM);

        follow(review(), outcome(escalation("critical")));
        assertThat(only().state()).isEqualTo(CaseState.OPEN);
        assertThat(only().clock()).isNotNull();
        assertThat(only().acknowledgedAt()).isNull();
    }

    @Test
    void nobody_takes_it_up_and_the_ladder_is_climbed_each_step_once() {
        follow(review(), outcome(escalation("high")));
        for (int step = 1; step <= 3; step++) {
            pass(step);
            pass(step);
        }

        assertThat(only().rung()).isEqualTo(4);
        assertThat(climbed()).extracting(detail -> detail.get("level")).containsExactly("manager", "vice-president", "sponsor");
        assertThat(climbed()).extracting(detail -> detail.get("person")).containsExactly("boss", "vp", "ceo");
        assertThat(climbed()).extracting(detail -> detail.get("percent")).containsExactly(50, 100, 150);
    }

    @Test
    void a_step_that_comes_late_is_not_overtaken_by_the_one_above() {
        follow(review(), outcome(escalation("high")));
        pass(2);
        pass(1);

        assertThat(climbed()).extracting(detail -> detail.get("level")).containsExactly("manager", "vice-president");
    }

    @Test
    void a_vacant_step_is_climbed_and_says_so() {
        jdbi.useHandle(handle -> handle.execute("delete from assignment"));
        follow(review(), outcome(escalation("high")));
        pass(1);

        assertThat(only().owner()).isNull();
        assertThat(climbed()).singleElement().satisfies(detail -> assertThat(detail.get("person")).isNull());
    }

    @Test
    void taking_it_up_stops_the_clock_and_starts_the_cadence() {
        follow(review(), outcome(escalation("high")));
        Case open = only();
        act((handle, one) -> cases.acknowledge(handle, one, "manager", "on it"));
        jdbi.useTransaction(handle -> rungs.climb(handle, open.clock().dueAt()));

        Case taken = only();
        assertThat(taken.rung()).isEqualTo(1);
        assertThat(taken.clock()).isNull();
        assertThat(taken.nextUpdateAt()).isAfter(taken.acknowledgedAt());
        updates.due(taken.id() + "/" + taken.nextUpdateAt());
        updates.due(taken.id() + "/" + taken.nextUpdateAt());
        assertThat(only().nextUpdateAt()).isNull();
        act((handle, one) -> cases.update(handle, one, "manager", "told them"));
        assertThat(only().nextUpdateAt()).isNotNull();
        assertThat(happened(only())).containsExactly("opened", "acknowledged", "update-due", "updated");
    }

    @Test
    void a_de_escalated_case_whose_cause_comes_back_is_open_again() {
        follow(review(), outcome(escalation("high")));
        act((handle, one) -> cases.acknowledge(handle, one, "manager", null));
        follow(review(), outcome());
        act((handle, one) -> cases.deEscalate(handle, one, "manager", "it is over", "Jo of Acme"));
        follow(review(), outcome(escalation("high")));

        assertThat(only().state()).isEqualTo(CaseState.OPEN);
        assertThat(only().confirmedBy()).isNull();
        assertThat(only().clock()).isNotNull();
    }

    @Test
    void a_cause_that_comes_back_after_closing_opens_a_case_of_its_own() {
        follow(review(), outcome(warning()));
        Case first = only();
        act((handle, one) -> cases.close(handle, one, "manager", "she called"));
        follow(review(), outcome(warning()));

        assertThat(only().id()).isNotEqualTo(first.id());
    }

    private void follow(OutcomeFollower.Evaluated evaluated, List<OutcomeFollower.Held> outcomes) {
        jdbi.useTransaction(handle -> casework.follow(handle, evaluated, outcomes));
    }

    /** Lets time pass until a step of the ladder is due. */
    private void pass(int step) {
        Instant due = only().clock().rungs().get(step).dueAt();
        jdbi.useTransaction(handle -> rungs.climb(handle, due));
    }

    private void act(java.util.function.BiConsumer<org.jdbi.v3.core.Handle, Case> move) {
        jdbi.useTransaction(handle -> move.accept(handle, cases.lock(handle, only().id())));
    }

    private Case only() {
        return cases.openOf(ACCOUNT).get(0);
    }

    private List<String> happened(Case one) {
        return events(one).stream().map(CaseEvent::what).toList();
    }

    private List<Map<String, Object>> climbed() {
        return events(only()).stream()
                .filter(event -> event.what().equals("rung-reached"))
                .map(CaseEvent::detail)
                .toList();
    }

    private List<CaseEvent> events(Case one) {
        return cases.events(one.id(), PageRequest.first(100)).items();
    }

    private List<String> timers(Case one) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select substr(task_instance, 38) from timer where task_instance like :id || '%' order by 1")
                .bind("id", one.id().toString())
                .mapTo(String.class)
                .list());
    }
}
