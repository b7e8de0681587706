package dev.keyline.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.http.PageRequest;
import dev.keyline.kafka.ReceivedRecord;
import dev.keyline.portfolio.imports.EmptyPortfolio;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of records, handed over as Kafka's reader does. */
@QuarkusTest
class EventsOnTheWayTest {
    private static final Instant SENT = Instant.parse("2026-11-20T10:00:00Z");

    @Inject
    Events events;

    @Inject
    Jdbi jdbi;

    private long position;

    @BeforeEach
    void an_account() {
        EmptyPortfolio.make(jdbi);
        jdbi.useHandle(handle -> {
            handle.execute("truncate refused_event, account_to_review");
            handle.execute(
                    "insert into account (id, name, industry) values ('a', 'Acme', 'steel'), ('b', 'Bolt', null)");
        });
    }

    @Test
    void every_kind_of_event_reaches_the_portfolio() {
        take(
                "{'type':'usage','account':'a','metric':'active-users','readAt':'2026-11-20T00:00:00Z','value':7.5}",
                "{'type':'satisfaction','account':'a','kind':'nps','readAt':'2026-11-20T00:00:00Z','score':40}",
                "{'type':'ticket','account':'a','id':'t1','severity':'high','openedAt':'2026-11-20T00:00:00Z'}",
                "{'type':'signal','account':'a','id':'s1','kind':'champion-change'}",
                "{'type':'account','account':'a','region':'North','employees':12}");

        assertThat(refused()).isEmpty();
        assertThat(text("select value from usage_reading where account_id = 'a'"))
                .isEqualTo("7.5");
        assertThat(text("select score from satisfaction_reading where account_id = 'a'"))
                .isEqualTo("40");
        assertThat(text("select severity from ticket where id = 't1'")).isEqualTo("high");
        assertThat(text("select occurred_at = '2026-11-20T10:00:00Z' from signal where id = 's1'"))
                .isEqualTo("t");
        // what an account's event leaves out stays
        assertThat(
                        text(
                                "select name || ' ' || industry || ' ' || region || ' ' || employees from account where id = 'a'"))
                .isEqualTo("Acme steel North 12");
        assertThat(marked()).containsExactly("a");
    }

    @Test
    void the_same_again_changes_nothing_and_marks_nothing() {
        ReceivedRecord signal = record("{'type':'signal','account':'a','kind':'reorganisation'}");
        ReceivedRecord bad = record("{'type':'signal'}");
        events.take(List.of(signal, bad));
        jdbi.useHandle(handle -> handle.execute("truncate account_to_review"));

        events.take(List.of(signal, bad));

        assertThat(text("select count(*) from signal")).isEqualTo("1");
        assertThat(refused()).hasSize(1);
        assertThat(marked()).isEmpty();
    }

    @Test
    void cloud_events_are_read_in_both_their_forms() {
        ReceivedRecord structured =
                record("{'specversion':'1.0','id':'e1','source':'/crm','type':'com.acme.signal','subject':'a',"
                        + "'time':'2026-11-19T00:00:00Z','data':{'kind':'merger'}}");
        ReceivedRecord again =
                record("{'specversion':'1.0','id':'e1','source':'/crm','type':'com.acme.signal','subject':'a',"
                        + "'time':'2026-11-19T00:00:00Z','data':{'kind':'merger'}}");
        ReceivedRecord binary = new ReceivedRecord(
                "events",
                0,
                ++position,
                SENT,
                Map.of("ce_specversion", "1.0", "ce_id", "e2", "ce_source", "/crm", "ce_type", "usage"),
                null,
                bytes("{'account':'b','metric':'api-calls','readAt':'2026-11-20T00:00:00Z','value':1}"));

        events.take(List.of(structured, again, binary));

        assertThat(refused()).isEmpty();
        assertThat(text("select count(*) from signal where kind = 'merger' and occurred_at = '2026-11-19T00:00:00Z'"))
                .isEqualTo("1");
        assertThat(text("select value from usage_reading where account_id = 'b'"))
                .isEqualTo("1");
        assertThat(marked()).containsExactly("a", "b");
    }

    @Test
    void events_of_one_thing_count_in_the_order_they_came() {
        take(
                "{'type':'ticket','account':'a','id':'t','severity':'low','openedAt':'2026-11-20T00:00:00Z'}",
                "{'type':'ticket','account':'a','id':'t','severity':'critical','openedAt':'2026-11-20T00:00:00Z'}",
                "{'type':'ticket','account':'a','id':'t','severity':'high','openedAt':'2026-11-20T00:00:00Z','closedAt':'2026-11-21T00:00:00Z'}");

        assertThat(text("select severity || ' ' || (closed_at is not null) from ticket where id = 't'"))
                .isEqualTo("high true");
    }

    @Test
    void an_account_nobody_knows_is_made_by_an_event_that_names_it() {
        take(
                "{'type':'usage','account':'new','metric':'m','readAt':'2026-11-20T00:00:00Z','value':1}",
                "{'type':'account','account':'new','name':'Newco','country':'DE'}");

        assertThat(refused()).isEmpty();
        assertThat(text("select name from account where id = 'new'")).isEqualTo("Newco");
        assertThat(marked()).containsExactly("new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    no json | is no JSON object
                    [] | is no JSON object
                    {'type':'weather','account':'a'} | type is weather; known are account, usage, satisfaction, ticket, signal
                    {'account':'a'} | type is missing; known are account, usage, satisfaction, ticket, signal
                    {'type':'signal','account':7,'kind':'x'} | account must be the id of an account
                    {'type':'signal','account':'zz','kind':'x'} | there is no account zz
                    {'type':'account','account':'zz','region':'x'} | there is no account zz
                    {'type':'account','account':'a','name':null} | /name is required: text
                    {'type':'account','account':'a','groupId':'none'} | refers to something that is not in the portfolio
                    {'type':'usage','account':'a','metric':'m','value':'1'} | /readAt is required: an instant; /value must be a number
                    {'type':'satisfaction','account':'a','kind':'csat','readAt':'2026-11-20T00:00:00Z','score':9} | /score is not from 1 to 5, as csat is
                    {'type':'signal','account':'a','kind':'x','mood':'y'} | /mood is not known here; known are detail, id, kind, occurredAt, withdrawnAt
                    {'type':'signal','account':'b','id':'of-a','kind':'x'} | signal of-a is one of account a already
                    {'type':'signal','account':'a','kind':'x\\u0000'} | holds a value that cannot be kept
                    {'specversion':'1.0','id':'1','source':'s','type':'signal','data':5} | /data must be an object
                    """)
    void what_cannot_be_taken_is_put_aside_with_its_reason_and_stops_no_other(String value, String reason) {
        take("{'type':'signal','account':'a','id':'of-a','kind':'first'}");
        take(
                "{'type':'signal','account':'b','id':'before','kind':'x'}",
                value,
                "{'type':'signal','account':'b','id':'after','kind':'x'}");

        assertThat(refused()).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo(reason);
            assertThat(event.value()).isEqualTo(value.replace('\'', '"'));
            assertThat(event.topic() + " " + event.partition() + " " + event.position())
                    .isEqualTo("events 0 " + (position - 1));
        });
        assertThat(text("select count(*) from signal where id in ('before', 'after')"))
                .isEqualTo("2");
    }

    @Test
    void an_empty_record_is_put_aside() {
        events.take(List.of(new ReceivedRecord("events", 0, 1, SENT, Map.of(), bytes("key\0"), null)));

        assertThat(refused()).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo("is empty");
            assertThat(event.key()).isEqualTo("key\0");
            assertThat(event.value()).isNull();
        });
    }

    @Test
    void many_bad_ones_among_many_good_ones_cost_the_good_ones_nothing() {
        List<ReceivedRecord> records = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String kind = i % 100 == 7 ? "x\\u0000" : "x";
            records.add(record("{'type':'signal','account':'a','id':'s" + i + "','kind':'" + kind + "'}"));
        }
        events.take(records);

        assertThat(text("select count(*) from signal")).isEqualTo("990");
        assertThat(refused()).hasSize(10);
    }

    private void take(String... values) {
        List<ReceivedRecord> records = new ArrayList<>();
        for (String value : values) {
            records.add(record(value));
        }
        events.take(records);
    }

    private ReceivedRecord record(String value) {
        return new ReceivedRecord("events", 0, ++position, SENT, Map.of(), null, bytes(value));
    }

    private List<RefusedEvent> refused() {
        return events.refused(PageRequest.first(100)).items();
    }

    private List<String> marked() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select account_id from account_to_review order by account_id")
                        .mapTo(String.class)
                        .list());
    }

    private String text(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
