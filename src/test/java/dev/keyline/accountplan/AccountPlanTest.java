package dev.keyline.accountplan;

import static dev.keyline.accountplan.KnownAccount.PLAN;
import static dev.keyline.accountplan.KnownAccount.WHOLE;
import static dev.keyline.accountplan.KnownAccount.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountPlanTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void an_account() {
        KnownAccount.make(jdbi);
    }

    @Test
    void an_account_without_a_plan_has_an_empty_one_that_can_be_written() {
        as("auditor")
                .get(PLAN)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("revision", equalTo(0))
                .body("updatedBy", nullValue())
                .body("plan.summary", nullValue())
                .body("plan.goals", hasSize(0))
                .body("stakeholders.contactId", contains("cfo", "eng", "new"));
        as("manager")
                .header("If-Match", "\"0\"")
                .body("{}")
                .put(PLAN)
                .then()
                .statusCode(200)
                .body("revision", equalTo(0));
        as("auditor").get(PLAN + "/versions").then().body("items", hasSize(0));
    }

    @Test
    void what_is_written_is_read_again_in_every_section_and_can_be_sent_back_unchanged() {
        String tag = as("manager")
                .header("If-Match", "\"0\"")
                .body(WHOLE)
                .put(PLAN + "?message=After the kick-off")
                .then()
                .statusCode(200)
                .body("updatedBy", equalTo("manager"))
                .extract()
                .header("ETag");
        assertThat(tag).isEqualTo("\"1\"");

        var read = as("auditor")
                .get(PLAN)
                .then()
                .body("plan.summary.partnership", equalTo("Our platform tells them which valve fails next"))
                .body("plan.goals[0].target", equalTo("80 %"))
                .body("plan.actions[0].owner", equalTo("m"))
                .body("plan.roadmap[0].on", equalTo("2027-02-01"))
                .body("plan.competitors[0].ourAnswer", equalTo("Accuracy they cannot show"))
                .body("plan.needs[0].kind", equalTo("pain-point"))
                .body("plan.risks[0].mitigation", equalTo("Win her deputy"))
                .body("plan.metrics[0].agreedWith", equalTo("cfo"))
                .body("plan.value[0].confirmedBy", equalTo("cfo"))
                .body("plan.stakeholders", hasSize(2))
                .body("plan.feedback[0].state", equalTo("planned"))
                .body("plan.reference.coMarketing", contains("A talk at the water fair"))
                .body("plan.businessReviews[0].risksRaised", equalTo("One champion"))
                .body("plan.initiatives[0].budget", equalTo(5000000))
                .body("plan.budget.decidedIn", equalTo(2))
                .body("plan.agenda[0].part", equalTo("value-proved"))
                .body("referenceStanding", equalTo("private"))
                .extract();
        as("manager")
                .header("If-Match", tag)
                .body((Object) read.path("plan"))
                .put(PLAN)
                .then()
                .statusCode(200)
                .header("ETag", tag);
    }

    @Test
    void the_stakeholder_map_shows_role_sentiment_and_last_contact_the_most_influential_first() {
        KnownAccount.plan(WHOLE);

        as("auditor")
                .get(PLAN)
                .then()
                .body("stakeholders.contactId", contains("cfo", "eng", "new"))
                .body("stakeholders[0].name", equalTo("Cleo Fo"))
                .body("stakeholders[0].role", equalTo("economic-buyer"))
                .body("stakeholders[0].sentiment", equalTo("positive"))
                .body("stakeholders[0].lastContactedOn", equalTo("2026-06-01"))
                .body("stakeholders[0].note", equalTo("Wants figures first"))
                .body("stakeholders[2].influence", nullValue());
    }

    @Test
    void every_change_is_a_version_with_its_author_and_message_and_says_what_it_changed() {
        KnownAccount.plan(WHOLE);
        String action = "{\"what\": \"Connect the Bilbao works\", \"owner\": \"m\", \"dueOn\": \"2027-01-15\","
                + " \"state\": \"open\", \"goal\": \"g1\"}";
        as("manager")
                .header("If-Match", "\"1\"")
                .body(action)
                .put(PLAN + "/actions/a1?message=They asked for time")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("dueOn", equalTo("2027-01-15"));
        as("operator")
                .header("If-Match", "\"2\"")
                .delete(PLAN + "/competitors/k1")
                .then()
                .statusCode(204)
                .header("ETag", "\"3\"");

        as("auditor")
                .get(PLAN + "/versions")
                .then()
                .body("items.number", contains(3, 2, 1))
                .body("items.author", contains("operator", "manager", "manager"))
                .body("items[1].message", equalTo("They asked for time"));
        String cursor = as("auditor").get(PLAN + "/versions?limit=2").path("nextCursor");
        as("auditor").get(PLAN + "/versions?limit=2&cursor=" + cursor).then().body("items.number", contains(1));
        as("auditor")
                .get(PLAN + "/versions/2/changes")
                .then()
                .body(
                        "words",
                        contains("actions “Connect the Bilbao works”: dueOn was “2026-12-01” and is “2027-01-15”"))
                .body("[0].fields[0].field", equalTo("dueOn"));
        as("auditor")
                .get(PLAN + "/versions/3/changes?since=1")
                .then()
                .body("what", contains("changed", "removed"))
                .body("[1].words", equalTo("competitors “Rival” was removed"));
        as("auditor").get(PLAN + "/versions/1/changes").then().body("findAll { it.what == 'added' }", hasSize(17));
        as("auditor")
                .get(PLAN + "/versions/1")
                .then()
                .body("plan.competitors", hasSize(1))
                .body("plan.actions[0].dueOn", equalTo("2026-12-01"));
    }

    @Test
    void a_section_is_read_replaced_and_emptied() {
        KnownAccount.plan(WHOLE);

        as("auditor").get(PLAN + "/budget").then().statusCode(200).body("decidedIn", equalTo(2));
        as("manager")
                .header("If-Match", "\"1\"")
                .body("[{\"kind\": \"need\", \"statement\": \"Readings by the hour\"}]")
                .put(PLAN + "/needs")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("statement", contains("Readings by the hour"))
                .body("[0].id", notNullValue());
        as("manager")
                .header("If-Match", "\"2\"")
                .delete(PLAN + "/budget")
                .then()
                .statusCode(204);
        as("auditor").get(PLAN + "/budget").then().statusCode(404);
        as("auditor").get(PLAN).then().body("plan.budget", nullValue()).body("plan.goals", hasSize(1));
    }

    @Test
    void an_entry_is_added_once_under_its_key_and_two_people_may_add_at_once() {
        KnownAccount.plan(WHOLE);
        RequestSpecification request = as("manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"risk\": \"Budget frozen\", \"state\": \"open\"}");

        String location = request.post(PLAN + "/risks")
                .then()
                .statusCode(201)
                .body("risk", equalTo("Budget frozen"))
                .body("likelihood", nullValue())
                .extract()
                .header("Location");
        request.post(PLAN + "/risks").then().statusCode(200).body("risk", equalTo("Budget frozen"));
        as("service")
                .body("{\"risk\": \"Merger\", \"state\": \"open\"}")
                .post(PLAN + "/risks")
                .then()
                .statusCode(201);

        as("auditor").get(location).then().statusCode(200).body("risk", equalTo("Budget frozen"));
        as("auditor").get(PLAN + "/risks").then().body("risk", hasSize(3));
    }

    @Test
    void of_two_people_who_edit_the_same_plan_the_second_is_told() {
        KnownAccount.plan(WHOLE);
        String read = as("manager").get(PLAN).header("ETag");
        as("manager").header("If-Match", read).delete(PLAN + "/needs/n1").then().statusCode(204);

        as("operator")
                .header("If-Match", read)
                .body(WHOLE)
                .put(PLAN)
                .then()
                .statusCode(412)
                .body("detail", equalTo("It was changed since you read it; it now carries \"2\"."));
        as("operator")
                .header("If-Match", read)
                .delete(PLAN + "/risks/r1")
                .then()
                .statusCode(412);
        as("operator").body(WHOLE).put(PLAN).then().statusCode(428);
        as("auditor").get(PLAN).then().body("plan.needs", hasSize(0)).body("plan.risks", hasSize(1));
    }

    @Test
    void after_a_change_the_accounts_facts_are_new_and_it_waits_for_its_review() {
        jdbi.useHandle(handle -> handle.execute("delete from account_to_review"));
        KnownAccount.plan(WHOLE);

        List<String> waiting = jdbi.withHandle(handle -> handle.createQuery("select account_id from account_to_review")
                .mapTo(String.class)
                .list());
        assertThat(waiting).containsExactly("acme");
        String lastReview = jdbi.withHandle(handle -> handle.createQuery(
                        "select facts ->> 'lastBusinessReviewOn' from account_facts where account_id = 'acme'")
                .mapTo(String.class)
                .one());
        assertThat(lastReview).isEqualTo("2026-07-10");
    }

    @Test
    void what_is_empty_is_not_stored() {
        KnownAccount.plan("{\"risks\": [{\"id\": \"r\", \"risk\": \"Merger\", \"state\": \"open\"}]}");

        String stored =
                jdbi.withHandle(handle -> handle.createQuery("select document -> 'risks' -> 0 from account_plan")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain("null");
        as("auditor")
                .get(PLAN + "/reference")
                .then()
                .statusCode(404)
                .body("$", org.hamcrest.Matchers.not(anEmptyMap()));
    }
}
