package dev.keyline.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.keyline.http.ConflictException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One story: the clock only goes forward, and the next test finds it where the one before has left it. */
@QuarkusTest
@TestProfile(RehearsalTest.Rehearsing.class)
@TestMethodOrder(OrderAnnotation.class)
class RehearsalTest {
    public static final class Rehearsing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("keyline.clock.rehearsal", "true");
        }
    }

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @Test
    @Order(1)
    void before_anybody_moves_it_the_clock_is_the_machines() {
        request("GET", null).statusCode(200).body("ahead", equalTo("PT0S")).body("setBy", nullValue());
        assertThat(clock.instant()).isBetween(machine().minusSeconds(60), machine());
    }

    @Test
    @Order(2)
    void it_is_put_ahead_and_everything_that_reads_the_clock_is_there_at_once() {
        put("{\"ahead\": \"PT4H\"}")
                .statusCode(200)
                .body("ahead", equalTo("PT4H"))
                .body("setBy", equalTo("operator"));

        assertThat(Duration.between(machine(), clock.instant()))
                .isBetween(Duration.ofHours(4), Duration.ofMinutes(241));
        Instant tuesday = machine().plus(Duration.ofDays(5));
        put("{\"now\": \"%s\"}".formatted(tuesday)).statusCode(200);
        assertThat(clock.instant()).isBetween(tuesday.minusMillis(1), tuesday.plusSeconds(60));
    }

    @Test
    @Order(3)
    void it_does_not_go_back() {
        Instant before = clock.instant();

        put("{\"ahead\": \"PT4H\"}").statusCode(409).body("detail", containsString("only goes forward"));
        put("{\"ahead\": \"PT-1S\"}").statusCode(400).body("errors[0].pointer", equalTo("/ahead"));
        put("{\"now\": \"1999-01-01T00:00:00Z\"}").statusCode(400).body("errors[0].pointer", equalTo("/now"));
        put("{\"ahead\": \"P4000D\"}").statusCode(400);
        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }

    @Test
    @Order(4)
    void it_is_put_by_one_of_two_ways() {
        put("{}").statusCode(400).body("errors[0].detail", containsString("either ahead or now"));
        put("{\"ahead\": \"PT1H\", \"now\": \"2030-01-01T00:00:00Z\"}").statusCode(400);
    }

    @Test
    @Order(5)
    void a_replica_and_a_restarted_service_stand_where_it_was_put() {
        RehearsalOffset offset = new RehearsalOffset(true);
        Rehearsal replica = new Rehearsal(offset, jdbi, "127.0.0.1");
        Clock itsClock = offset.over(BusinessTime.MACHINE);
        assertThat(itsClock.instant()).isBeforeOrEqualTo(machine());

        replica.start(new StartupEvent());
        try {
            assertThat(offset.ahead())
                    .isEqualTo(Duration.parse(request("GET", null).extract().path("ahead")));
            replica.putAhead(Duration.ofDays(6), "other");
            assertThatThrownBy(() -> replica.putAhead(Duration.ofDays(1), "other"))
                    .isInstanceOf(ConflictException.class);
        } finally {
            replica.stop(new ShutdownEvent());
        }

        Instant sixDaysOn = machine().plus(Duration.ofDays(6)).minusSeconds(1);
        assertThat(itsClock.instant()).isAfter(sixDaysOn);
        // this one finds out by itself
        Instant giveUp = machine().plusSeconds(30);
        while (clock.instant().isBefore(sixDaysOn) && machine().isBefore(giveUp)) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(clock.instant()).isAfter(sixDaysOn);
        request("GET", null).body("ahead", equalTo("PT144H")).body("setBy", equalTo("other"));
    }

    @Test
    void a_service_that_others_reach_refuses_to_start() {
        Rehearsal open = new Rehearsal(new RehearsalOffset(true), jdbi, "0.0.0.0");

        assertThatThrownBy(() -> open.requireLoopback(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keyline.clock.rehearsal");
        new Rehearsal(new RehearsalOffset(false), jdbi, "0.0.0.0").requireLoopback(new StartupEvent());
    }

    @Test
    void where_nothing_is_rehearsed_the_clock_is_the_machines_itself() {
        assertThat(new RehearsalOffset(false).over(BusinessTime.MACHINE)).isSameAs(BusinessTime.MACHINE);
    }

    private static Instant machine() {
        return BusinessTime.MACHINE.instant();
    }

    private static ValidatableResponse put(String body) {
        return request("PUT", body);
    }

    private static ValidatableResponse request(String method, String body) {
        var request =
                given().auth().preemptive().basic("operator", "for-tests-only").contentType("application/json");
        return (body == null ? request : request.body(body))
                .request(method, "/rehearsal/clock")
                .then();
    }
}
