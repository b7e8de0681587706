package dev.keyline.demand;

import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.Care;
import dev.keyline.coverage.DemandSource;
import dev.keyline.coverage.Leave;
import dev.keyline.coverage.Person;
import dev.keyline.coverage.PersonKind;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.Place;
import dev.keyline.coverage.Seat;
import dev.keyline.http.ConflictException;
import dev.keyline.review.Reviews;
import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio's own book: tiers and workloads from the last finished review, people as they are, and who will hold the
 * accounts on the day.
 */
@Singleton
public class PortfolioDemand implements DemandSource {
    private static final String ACCOUNTS = """
            select a.id, a.name, a.region, a.language, a.industry, a.in_negotiation,
                   tier.outcome ->> 'tier' as tier,
                   engagement.outcome ->> 'points' as points,
                   engagement.outcome ->> 'sponsor' as sponsor_needed,
                   facts.facts ->> 'annualContractValue' as annual_revenue,
                   (select min(c.ends_on) from contract c
                    where c.account_id = a.id and c.starts_on <= :asOf and c.ends_on >= :asOf) as renewal_on,
                   (select max(k.level) from contact k
                    where k.account_id = a.id and (k.left_on is null or k.left_on > :asOf)) as counterpart_level,
                   manager.person_id as account_manager, sponsor.person_id as sponsor,
                   a.clearance, a.skills, a.country, a.city, a.time_zone,
                   array(select r.person_id from relationship r where r.account_id = a.id
                         union select s.person_before from accepted_seat s
                         where s.account_id = a.id and s.state = 'applied' and s.person_before is not null
                         order by 1) as known_to,
                   stage.outcome ->> 'stage' = 'grow' as growth
            from account a
            join account_outcome tier on tier.account_id = a.id and tier.policy = 'account-tier'
            join account_outcome engagement on engagement.account_id = a.id and engagement.policy = 'engagement-model'
            left join account_outcome stage on stage.account_id = a.id and stage.policy = 'lifecycle-stage'
            left join account_facts facts on facts.account_id = a.id
            left join seat_holders(:asOf) manager on manager.account_id = a.id and manager.role = 'account-manager'
            left join seat_holders(:asOf) sponsor on sponsor.account_id = a.id and sponsor.role = 'executive-sponsor'
            order by a.id
            """;

    private final Jdbi jdbi;
    private final Reviews reviews;

    @Inject
    PortfolioDemand(Jdbi jdbi, Reviews reviews) {
        this.jdbi = jdbi;
        this.reviews = reviews;
    }

    /**
     * Reads the book.
     *
     * @throws ConflictException before the first review has finished: nothing says then what an account needs
     */
    @Override
    public Book book(LocalDate asOf) {
        UUID review = reviews.latestFinished()
                .orElseThrow(() -> new ConflictException(
                        "No review has finished yet, so no account has a tier to plan for: POST /reviews first."));
        SortedMap<String, Integer> policies = new TreeMap<>(reviews.get(review).versions());
        return jdbi.inTransaction(
                handle -> new Book(accounts(handle, asOf), people(handle, asOf), pins(handle, asOf), policies));
    }

    private static List<AccountDemand> accounts(Handle handle, LocalDate asOf) {
        return handle.createQuery(ACCOUNTS)
                .bind("asOf", asOf)
                .map((row, context) -> account(row))
                .list();
    }

    private static AccountDemand account(ResultSet row) throws SQLException {
        return new AccountDemand(
                row.getString("id"),
                row.getString("name"),
                tier(row.getString("tier")),
                Points.of(row.getString("points")),
                row.getBigDecimal("annual_revenue"),
                row.getString("region"),
                row.getString("language"),
                row.getString("industry"),
                row.getBoolean("sponsor_needed"),
                row.getObject("counterpart_level", Integer.class),
                row.getString("account_manager"),
                row.getString("sponsor"),
                row.getObject("renewal_on", LocalDate.class),
                row.getBoolean("in_negotiation"),
                null,
                row.getString("clearance"),
                texts(row.getArray("skills")),
                place(row),
                texts(row.getArray("known_to")),
                row.getBoolean("growth"));
    }

    /**
     * The care that rehearsed outcomes ask for; null stands for an outcome that stays as it is.
     *
     * @throws IllegalArgumentException when they name no tier, or points that nobody could give
     */
    public static Care care(@Nullable Map<?, ?> accountTier, @Nullable Map<?, ?> engagementModel) {
        return new Care(
                accountTier == null ? null : tier(String.valueOf(accountTier.get("tier"))),
                engagementModel == null ? null : Points.of(String.valueOf(engagementModel.get("points"))),
                engagementModel == null ? null : Boolean.TRUE.equals(engagementModel.get("sponsor")));
    }

    /**
     * The care that parts of rehearsed outcomes ask for; null stands for a part that stays as it is.
     *
     * @throws IllegalArgumentException as {@link #care}
     */
    public static Care changed(@Nullable Object tier, @Nullable Object points, @Nullable Object sponsor) {
        return new Care(
                tier == null ? null : tier(String.valueOf(tier)),
                points == null ? null : Points.of(String.valueOf(points)),
                sponsor == null ? null : Boolean.valueOf(Boolean.TRUE.equals(sponsor)));
    }

    /** An account of which too little is known has no tier; it is looked after like one that is no key account. */
    private static Tier tier(String words) {
        return words.equals("insufficient data") ? Tier.NOT_A_KEY_ACCOUNT : Tier.of(words);
    }

    private static List<Person> people(Handle handle, LocalDate asOf) {
        Map<String, List<Leave>> leave = leave(handle);
        return handle.createQuery("select * from person where leaves_on is null or leaves_on > :asOf order by id")
                .bind("asOf", asOf)
                .map((row, context) -> person(row, leave.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Person person(ResultSet row, List<Leave> leave) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("name"),
                PersonKind.of(row.getString("kind")),
                row.getString("line_manager_id"),
                row.getInt("level"),
                texts(row.getArray("languages")),
                texts(row.getArray("industries")),
                texts(row.getArray("regions")),
                Points.of(row.getString("capacity_points")),
                row.getObject("max_sponsored", Integer.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("leaves_on", LocalDate.class),
                leave,
                texts(row.getArray("clearances")),
                texts(row.getArray("skills")),
                place(row),
                row.getObject("growth", Boolean.class));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("country"), row.getString("city"), row.getString("time_zone"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Map<String, List<Leave>> leave(Handle handle) {
        Map<String, List<Leave>> byPerson = new HashMap<>();
        handle.createQuery("select person_id, from_day, to_day from leave order by person_id, from_day")
                .map((row, context) -> byPerson.computeIfAbsent(row.getString("person_id"), person -> new ArrayList<>())
                        .add(new Leave(
                                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class))))
                .list();
        return byPerson;
    }

    private static List<Pin> pins(Handle handle, LocalDate asOf) {
        return handle.createQuery("""
                        select account_id, role, person_id from seat_holders(:asOf) where pinned
                        order by account_id, role
                        """)
                .bind("asOf", asOf)
                .map((row, context) -> new Pin(
                        row.getString("account_id"),
                        row.getString("role").equals("account-manager") ? Seat.ACCOUNT_MANAGER : Seat.EXECUTIVE_SPONSOR,
                        row.getString("person_id")))
                .list();
    }
}
