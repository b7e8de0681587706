package dev.keyline.calendar.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarsOverHttpTest {
    private static final String NORDICS = """
            {"calendar": {
              "zone": "Europe/Stockholm",
              "hours": {"monday": [{"from": "08:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}],
                        "friday": [{"from": "08:00", "to": "00:00"}]},
              "holidays": {"country": "SE"},
              "days": [{"date": "2026-06-19", "name": "Midsummer Eve", "working": false}]}}
            """;

    @Test
    void a_region_gets_a_calendar_which_is_read_listed_and_changed() {
        put("Nordics", null, NORDICS).statusCode(201).header("ETag", "\"1\"").body("version", equalTo(1));

        get("/calendars/Nordics")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("origin", equalTo("edited"))
                .body("author", equalTo("manager"))
                .body("calendar.zone", equalTo("Europe/Stockholm"))
                .body("calendar.hours.monday.from", contains("08:00", "13:00"))
                .body("calendar.hours.sunday", empty())
                .body("calendar.holidays.country", equalTo("SE"));
        get("/calendars?limit=1000").body("items.region", hasItems("DACH", "Nordics", "default"));
        get("/calendars?limit=1").body("items.region", hasSize(1));

        put("Nordics", "\"1\"", NORDICS.replace("Stockholm", "Oslo"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        get("/calendars/Nordics").body("calendar.zone", equalTo("Europe/Oslo"));
        get("/calendars/Nordics/versions?limit=1").body("items.version", contains(2));
        get("/calendars/Nordics/versions").body("items.version", contains(2, 1));
        get("/calendars/Nordics/versions/1").body("calendar.zone", equalTo("Europe/Stockholm"));
    }

    @Test
    void days_show_hours_and_what_makes_them_holidays() {
        get("/calendars/DACH/days?from=2026-04-02&to=2026-04-07")
                .statusCode(200)
                .body("date", hasItems("2026-04-02", "2026-04-07"))
                .body("hours.size()", equalTo(6))
                .body("[0].hours[0].to", equalTo("17:00"))
                .body("[0].name", nullValue())
                .body("[1].hours", empty())
                .body("[1].name", equalTo("Good Friday"))
                .body("[2].hours", empty())
                .body("[4].name", equalTo("Easter Monday"));
        get("/calendars/Atlantis/days").statusCode(200).body("", hasSize(28));
        get("/calendars/DACH/days?from=2026-04-02&to=2026-04-01").statusCode(400);
        get("/calendars/DACH/days?from=2026-01-01&to=2027-06-01")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("to"));
        get("/calendars/DACH/days?from=easter").statusCode(400).body("errors[0].pointer", equalTo("from"));
    }

    @Test
    void an_edit_names_the_state_it_was_made_on() {
        put("Baltics", "\"1\"", NORDICS).statusCode(412);
        put("Baltics", null, NORDICS).statusCode(201);
        put("Baltics", null, NORDICS).statusCode(428);
        put("Baltics", "\"7\"", NORDICS).statusCode(412);
    }

    @Test
    void every_error_has_its_pointer_and_nothing_is_changed() {
        put("Broken", null, """
                        {"inForceFrom": "2020-01-01T00:00:00Z",
                         "calendar": {"zone": "UTC", "hours": {}, "holidays": {"country": "XX"},
                           "days": [{"date": "2026-06-19", "name": "x", "working": true}]}}
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/calendar/hours",
                                "/calendar/holidays/country",
                                "/calendar/days/0/hours",
                                "/inForceFrom"));
        get("/calendars/Broken").statusCode(404);
        get("/calendars/Broken/versions").statusCode(404);
        get("/calendars/DACH/versions/99").statusCode(404);
    }

    @Test
    void what_cannot_be_read_is_said_in_the_callers_terms() {
        refused(NORDICS.replace("Europe/Stockholm", "Stockholm/Europe"), "/calendar/zone", "Europe/Berlin");
        refused(NORDICS.replace("13:00", "25:00"), "/calendar/hours/monday/1/from", "a time of day");
        refused("{\"calendar\": {\"zone\": \"UTC\"}}", "/calendar", "needs hours");
        refused("{\"calendar\": {\"hours\": {}}}", "/calendar", "needs zone");
        refused("{}", "", "needs calendar");
        refused(NORDICS.replace("\"to\": \"12:00\"", "\"to\": null"), "/calendar/hours/monday/0", "needs to");
        refused(NORDICS.replace("\"Midsummer Eve\"", "\" \""), "/calendar/days/0", "needs name");
        refused(NORDICS.replace("\"SE\"", "\"SE\", \"land\": 1"), "/calendar/holidays/land", "known are country");
        refused(NORDICS.replace("{\"country\": \"SE\"}", "{}"), "/calendar/holidays", "needs country");
    }

    private static void refused(String body, String pointer, String words) {
        put("Unread", null, body)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(words));
    }

    private static ValidatableResponse get(String path) {
        return as("auditor").get(path).then();
    }

    private static ValidatableResponse put(String region, String ifMatch, String body) {
        RequestSpecification request =
                as("manager").contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/calendars/{region}", region).then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().preemptive().basic(role, "for-tests-only");
    }
}
