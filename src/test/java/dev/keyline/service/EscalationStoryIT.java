package dev.keyline.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An escalation from its first sign to its end, told over HTTP to a service that is killed twice on the way. The
 * rehearsal clock stands in for the days that pass: a Friday afternoon, a weekend, a holiday on Monday, a Tuesday.
 */
class EscalationStoryIT {
    private static final String ACCOUNT = "acme";
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final LocalDate friday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    private final LocalDate holiday = friday.plusDays(3);
    private final LocalDate tuesday = friday.plusDays(4);

    @TempDir
    Path dataDir;

    private PackagedService service;
    private WebhookReceiver receiver;

    @Test
    void usage_falls_the_ladder_is_climbed_over_a_holiday_and_the_case_ends_with_every_notification_told_once()
            throws Exception {
        receiver = new WebhookReceiver();
        try {
            start();
            subscribe();
            region_whose_monday_is_a_holiday();
            account_with_its_people();
            everythingHasArrived();
            clockTo(friday, "16:15");
            usage_falls_three_weeks_running();

            String escalation = escalationOnTheTechnicalPath();
            assertThat(level(escalation, "clock.rungs[1].dueAt")).isEqualTo(at(tuesday, "09:15"));
            assertThat(level(escalation, "clock.rungs[2].dueAt")).isEqualTo(at(tuesday, "10:15"));
            assertThat(level(escalation, "clock.rungs[3].dueAt")).isEqualTo(at(tuesday, "11:15"));

            everythingHasArrived();
            receiver.refuse(true); // nobody hears of the weekend until Tuesday
            killAndStart();
            clockTo(holiday, "12:00");
            assertThat(get("/cases/" + escalation).getInt("rung"))
                    .as("no step on a holiday")
                    .isEqualTo(1);

            clockTo(tuesday, "09:16");
            reaches(escalation, 2);
            killAndStart();
            receiver.refuse(false);
            everythingHasArrived();
            clockTo(tuesday, "10:16");
            reaches(escalation, 3);
            everythingHasArrived();
            clockTo(tuesday, "11:16");
            reaches(escalation, 4);
            assertThat(climbed(escalation)).containsExactly("manager=boss", "vice-president=vp", "sponsor=ceo");

            move(escalation, "acknowledge", Map.of("note", "on it"));
            usage_recovers();
            await().atMost(DEADLINE).until(() -> get("/cases/" + escalation).get("closingProposedSince") != null);
            review();
            move(escalation, "de-escalate", Map.of("reason", "usage is back", "confirmedBy", "Jo of Acme"));
            move(escalation, "close", Map.of("reason", "done"));

            everyNotificationIsToldOnce(escalation);
        } finally {
            service.close();
            receiver.close();
        }
    }

    private void start() {
        service = PackagedService.start(
                dataDir,
                "keyline.clock.rehearsal=true",
                "keyline.notify.allow-private=true",
                "keyline.notify.first-wait=PT1S",
                "keyline.notify.longest-wait=PT2S",
                "keyline.notify.attempts=10000");
    }

    private void killAndStart() {
        service.kill();
        start();
    }

    private void subscribe() {
        as("operator")
                .body(Map.of(
                        "name",
                        "story",
                        "channel",
                        "webhook",
                        "target",
                        receiver.url(),
                        "types",
                        List.of(),
                        "enabled",
                        true))
                .post("/notifications/subscriptions")
                .then()
                .statusCode(201);
    }

    private void region_whose_monday_is_a_holiday() {
        String nineToFive = "[{\"from\": \"09:00\", \"to\": \"17:00\"}]";
        as("manager")
                .body("""
                        {"calendar": {"zone": "UTC",
                          "hours": {"monday": %1$s, "tuesday": %1$s, "wednesday": %1$s, "thursday": %1$s, "friday": %1$s},
                          "days": [{"date": "%2$s", "name": "Founders' Day", "working": false}]}}
                        """.formatted(nineToFive, holiday))
                .put("/calendars/Atlantis")
                .then()
                .statusCode(201);
    }

    private void account_with_its_people() {
        person("vp", 4, null);
        person("boss", 2, "vp");
        person("kim", 1, "boss");
        person("ceo", 6, null);
        as("manager")
                .body(Map.of(
                        "name", "Acme",
                        "region", "Atlantis",
                        "importedTier", "Tier 2",
                        "tierOverride",
                                Map.of(
                                        "tier",
                                        "Tier 2",
                                        "reason",
                                        "the story's",
                                        "author",
                                        "kim",
                                        "expiresOn",
                                        friday.plusMonths(3).toString()),
                        "assignments",
                                List.of(
                                        Map.of("role", "account-manager", "personId", "kim"),
                                        Map.of("role", "executive-sponsor", "personId", "ceo"))))
                .put("/accounts/" + ACCOUNT)
                .then()
                .statusCode(201);
    }

    private void person(String id, int level, String line) {
        Map<String, Object> person = new java.util.HashMap<>(
                Map.of("name", id, "kind", level > 4 ? "executive" : "account-manager", "level", level));
        if (line != null) {
            person.put("lineManagerId", line);
        }
        as("manager").body(person).put("/people/" + id).then().statusCode(201);
    }

    private void usage_falls_three_weeks_running() {
        as("service")
                .body("""
                        {"usage": [%s, %s, %s, %s],
                         "tickets": [{"id": "t1", "subject": "Slow", "severity": "high", "sentiment": "negative", "openedAt": "%s"},
                                     {"id": "t2", "subject": "Slower", "severity": "medium", "sentiment": "negative", "openedAt": "%s"}]}
                        """.formatted(
                        usage(21, 100), usage(14, 90), usage(7, 80), usage(0, 70), daysBefore(3), daysBefore(2)))
                .post("/accounts/" + ACCOUNT + "/readings")
                .then()
                .statusCode(200);
    }

    private void usage_recovers() {
        as("service")
                .body("""
                        {"usage": [{"metric": "active-users", "readAt": "%s", "value": 120}],
                         "tickets": [{"id": "t1", "subject": "Slow", "severity": "high", "sentiment": "negative", "openedAt": "%s", "closedAt": "%s"},
                                     {"id": "t2", "subject": "Slower", "severity": "medium", "sentiment": "negative", "openedAt": "%s", "closedAt": "%s"}]}
                        """.formatted(
                        at(tuesday, "11:00"), daysBefore(3), at(tuesday, "11:00"), daysBefore(2), at(tuesday, "11:00")))
                .post("/accounts/" + ACCOUNT + "/readings")
                .then()
                .statusCode(200);
    }

    private String usage(int daysBefore, int users) {
        return "{\"metric\": \"active-users\", \"readAt\": \"%s\", \"value\": %d}"
                .formatted(daysBefore(daysBefore), users);
    }

    private String daysBefore(int days) {
        return at(friday.minusDays(days), "06:00");
    }

    private static String at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC).toString();
    }

    /** Awaited before the clock jumps: to a clock that jumps, what is under way is lost and rightly sent again. */
    private void everythingHasArrived() {
        await().atMost(DEADLINE)
                .until(() -> as("operator")
                        .get("/notifications/deliveries?state=waiting")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
    }

    private void clockTo(LocalDate day, String time) {
        as("operator")
                .body(Map.of("now", at(day, time)))
                .put("/rehearsal/clock")
                .then()
                .statusCode(200);
    }

    private String escalationOnTheTechnicalPath() {
        await().atMost(DEADLINE)
                .until(() -> !get("/cases?kind=escalation&account=" + ACCOUNT)
                        .getList("items")
                        .isEmpty());
        JsonPath cases = get("/cases?account=" + ACCOUNT);
        String id = cases.getString("items.find { it.kind == 'escalation' }.id");
        JsonPath escalation = get("/cases/" + id);
        assertThat(escalation.getString("path")).isEqualTo("technical");
        assertThat(escalation.getString("severity")).isEqualTo("high");
        assertThat(escalation.getString("cause")).isEqualTo("usage-falling");
        assertThat(escalation.getString("owner")).isEqualTo("kim");
        JsonPath found = get("/decisions?account=" + ACCOUNT + "&policy=early-warning&limit=1");
        assertThat(found.getList("items[0].outcome.warnings.sign")).contains("usage-falling");
        return id;
    }

    private String level(String id, String path) {
        return Instant.parse(get("/cases/" + id).getString(path))
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    private void reaches(String id, int rung) {
        await().atMost(DEADLINE).until(() -> get("/cases/" + id).getInt("rung") == rung);
    }

    private List<String> climbed(String id) {
        JsonPath events = get("/cases/" + id + "/events");
        List<Map<String, Object>> details = events.getList("items.findAll { it.what == 'rung-reached' }.detail");
        return details.stream()
                .map(detail -> detail.get("level") + "=" + detail.get("person"))
                .toList();
    }

    private void review() {
        String id = as("operator").post("/reviews").path("id");
        await().atMost(DEADLINE)
                .until(() -> "finished".equals(get("/reviews/" + id).getString("state")));
    }

    private void move(String id, String move, Map<String, String> body) {
        as("manager").body(body).post("/cases/" + id + "/" + move).then().statusCode(200);
    }

    private void everyNotificationIsToldOnce(String escalation) {
        List<String> made =
                get("/notifications?account=" + ACCOUNT + "&limit=1000").getList("items.id");
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(receiver.timesById()).containsOnlyKeys(made.toArray(new String[0])));
        assertThat(receiver.timesById().values()).containsOnly(1L);
        assertThat(receiver.typesAbout(escalation))
                .containsExactly(
                        "case.acknowledged",
                        "case.closed",
                        "case.closing-proposed",
                        "case.de-escalated",
                        "case.opened",
                        "case.rung-reached",
                        "case.rung-reached",
                        "case.rung-reached");
    }

    private JsonPath get(String path) {
        return as("manager").get(path).then().statusCode(200).extract().jsonPath();
    }

    private RequestSpecification as(String user) {
        return given().baseUri(service.url())
                .contentType("application/json")
                .auth()
                .preemptive()
                .basic(user, PackagedService.PASSWORD);
    }
}
