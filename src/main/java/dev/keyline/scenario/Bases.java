package dev.keyline.scenario;

import dev.keyline.acceptance.Acceptances;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.Defaults;
import dev.keyline.coverage.DemandSource;
import dev.keyline.coverage.Holders;
import dev.keyline.coverage.Locks;
import dev.keyline.coverage.Pin;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.Plans;
import dev.keyline.http.BadInputException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what plans are made from. */
@Singleton
public class Bases {
    /** In the place of a plan's id: the one that holds. */
    public static final String ACCEPTED = "accepted";

    private final Plans plans;
    private final Locks locks;
    private final Acceptances acceptances;
    private final Instance<DemandSource> portfolio;
    private final BusinessTime businessTime;
    private final Clock clock;

    @Inject
    Bases(
            Plans plans,
            Locks locks,
            Acceptances acceptances,
            Instance<DemandSource> portfolio,
            BusinessTime businessTime,
            Clock clock) {
        this.plans = plans;
        this.locks = locks;
        this.acceptances = acceptances;
        this.portfolio = portfolio;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /**
     * What a request names.
     *
     * @param from a plan's id, {@link #ACCEPTED}, or null for the portfolio with the shipped limits
     * @param asOf null: today, or the day of the plan that is named
     * @throws BadInputException when it is neither
     * @throws dev.keyline.http.NotFoundException when there is no such plan, or none holds on the day
     * @throws dev.keyline.http.ConflictException when the plan is not finished
     */
    public Base of(@Nullable String from, @Nullable LocalDate asOf) {
        if (from == null) {
            return portfolio(day(asOf));
        }
        if (from.equals(ACCEPTED)) {
            return accepted(day(asOf));
        }
        try {
            return plan(UUID.fromString(from), asOf);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("/from", "must be a plan's id or \"" + ACCEPTED + "\"");
        }
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? businessTime.dayOf(clock.instant()) : asOf;
    }

    private Base portfolio(LocalDate day) {
        Defaults shipped = Defaults.shipped();
        return new Base(
                null,
                day,
                () -> book(day),
                shipped.limits(),
                shipped.weightsWith(Map.of()),
                List.of(),
                List.of(),
                Map.of());
    }

    /** The portfolio as it is on the day, whose holders are those of the accepted plan, with that plan's limits and weights. */
    private Base accepted(LocalDate day) {
        UUID plan = acceptances.on(day).plan();
        PlanInput input = plans.input(plan);
        return new Base(
                plan, day, () -> book(day), input.limits(), input.weights(), List.of(), input.pairings(), Map.of());
    }

    private Base plan(UUID id, @Nullable LocalDate asOf) {
        Map<String, Holders> start = plans.holders(id);
        PlanInput input = plans.input(id);
        SortedMap<String, Integer> policies = plans.get(id).policies();
        return new Base(
                id,
                asOf == null ? input.asOf() : asOf,
                () -> new Book(input.demand(), input.people(), pins(id, input), policies),
                input.limits(),
                input.weights(),
                input.approvedMoves(),
                input.pairings(),
                start);
    }

    /** A plan's pins stand in what is made from it, and are let go where they cannot any longer; a lock goes before. */
    private List<Pin> pins(UUID id, PlanInput input) {
        Map<String, Pin> bySeat = new LinkedHashMap<>();
        Stream.of(input.standingPins(), input.pins(), locks.of(id))
                .flatMap(List::stream)
                .forEach(pin -> bySeat.put(pin.seat() + " " + pin.account(), pin));
        return new ArrayList<>(bySeat.values());
    }

    private Book book(LocalDate day) {
        if (portfolio.isUnsatisfied()) {
            throw new BadInputException("/demand", "must be given: there is no portfolio to take it from");
        }
        return portfolio.get().book(day);
    }
}
