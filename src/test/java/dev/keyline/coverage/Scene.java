package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optaplanner.constraint.streams.bavet.BavetConstraintFactory;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.impl.domain.solution.descriptor.SolutionDescriptor;

/** A handful of seats filled by hand, whether or not anybody may hold them, to be scored by the shipped configuration. */
final class Scene {
    /** Every soft constraint at its full price. */
    private static final Map<String, Integer> WEIGHTS =
            Defaults.shipped().weights().keySet().stream().collect(Collectors.toMap(name -> name, name -> 100));

    static final Rates RATES = new Rates(Defaults.shipped().limits(), WEIGHTS, Books.AS_OF, 1000);

    private static final SolutionManager<CoverageSolution, HardMediumSoftLongScore> SCORING =
            SolutionManager.create(SolverFactory.create(
                    Planner.configuration(Books.input(List.of(), List.of()), Duration.ZERO, new Bound(0, 0))));

    private final Map<String, Candidate> people = new LinkedHashMap<>();
    private final List<ManagerSeat> managerSeats = new ArrayList<>();
    private final List<SponsorSeat> sponsorSeats = new ArrayList<>();

    Scene with(APerson... persons) {
        for (APerson builder : persons) {
            Person person = builder.build();
            people.put(
                    person.id(),
                    new Candidate(people.size(), person, RATES, Capacity.of(person, RATES.limits(), Books.AS_OF)));
        }
        return this;
    }

    Scene fairShare(String person, long thousandths) {
        candidate(person).setFairShare(thousandths);
        return this;
    }

    /** An account held by a person, or by nobody. */
    Scene held(AnAccount builder, @Nullable String by) {
        AccountDemand account = builder.build();
        ManagerSeat seat = new ManagerSeat(
                managerSeats.size(),
                account,
                RATES,
                people.get(account.accountManager()),
                List.copyOf(people.values()));
        seat.setKnown(account.knownTo().stream().map(this::candidate).collect(Collectors.toSet()));
        seat.setManager(by == null ? null : candidate(by));
        managerSeats.add(seat);
        if (account.sponsorNeeded()) {
            sponsorSeats.add(new SponsorSeat(seat, RATES, people.get(account.sponsor()), List.copyOf(people.values())));
        }
        return this;
    }

    /** The sponsor of the account added last. */
    Scene sponsored(String by) {
        last(sponsorSeats).setSponsor(candidate(by));
        return this;
    }

    Scene keptFor(String person) {
        last(managerSeats).keepFor(candidate(person));
        return this;
    }

    Scene sponsorKeptFor(String person) {
        last(sponsorSeats).keepFor(candidate(person));
        return this;
    }

    /** What is known of the account added last with a person. */
    Scene paired(String person, @Nullable Integer fit, @Nullable String cost, @Nullable String load) {
        last(managerSeats)
                .setPairings(Map.of(
                        candidate(person),
                        new Pairing(
                                last(managerSeats).account().id(),
                                person,
                                fit,
                                cost == null ? null : new BigDecimal(cost),
                                load == null ? null : Points.of(load))));
        return this;
    }

    Scene fairRevenue(String person, long revenue) {
        candidate(person).setFairRevenue(revenue);
        return this;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private Candidate candidate(String id) {
        return Objects.requireNonNull(people.get(id), id);
    }

    private ScoreExplanation<CoverageSolution, HardMediumSoftLongScore> explained() {
        return SCORING.explain(new CoverageSolution(
                List.copyOf(people.values()), managerSeats, sponsorSeats, new CoverageWeights(WEIGHTS)));
    }

    /** The names of all constraints of the shipped configuration, in their order. */
    static List<String> constraints() {
        BavetConstraintFactory<CoverageSolution> factory = new BavetConstraintFactory<>(
                SolutionDescriptor.buildSolutionDescriptor(
                        CoverageSolution.class, ManagerSeat.class, SponsorSeat.class),
                EnvironmentMode.REPRODUCIBLE);
        return Arrays.stream(new CoverageConstraints().defineConstraints(factory))
                .map(Constraint::getConstraintName)
                .toList();
    }

    /** What one constraint takes off the score. */
    HardMediumSoftLongScore costOf(String constraint) {
        return explained().getConstraintMatchTotalMap().values().stream()
                .filter(total -> total.getConstraintName().equals(constraint))
                .map(total -> total.getScore().negate())
                .findFirst()
                .orElse(HardMediumSoftLongScore.ZERO);
    }
}
