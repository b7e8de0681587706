package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Reads a solved solution: assignments with their reasons, loads, and the busiest manager against the bound. */
final class Outcome {
    private final CoverageProblem problem;
    private final CoverageSolution solution;
    private final Seeding.@Nullable Seed seed;
    private final Tally tally;

    /** @param seed null where nothing has been proved */
    Outcome(CoverageProblem problem, CoverageSolution solution, Seeding.@Nullable Seed seed) {
        this.problem = problem;
        this.solution = solution;
        this.seed = seed;
        this.tally = Tally.of(solution);
    }

    SolvedPlan plan() {
        HardMediumSoftLongScore score = Objects.requireNonNull(solution.score(), "a solved plan has a score");
        return new SolvedPlan(
                score.toString(),
                seed == null ? null : seed.bound().score().toString(),
                seed == null ? null : seed.bound().gap(score),
                busiest(),
                assignments(),
                loads());
    }

    private List<Assignment> assignments() {
        Map<Integer, SponsorSeat> sponsorSeats = new HashMap<>();
        solution.sponsorSeats().forEach(seat -> sponsorSeats.put(seat.id(), seat));
        Reasons reasons = new Reasons(problem, solution, tally);
        List<Assignment> assignments = new ArrayList<>();
        for (ManagerSeat seat : solution.managerSeats()) {
            SponsorSeat sponsorSeat = sponsorSeats.get(seat.id());
            Candidate sponsor = sponsorSeat == null ? null : sponsorSeat.sponsor();
            AccountDemand account = seat.account();
            Candidate manager = seat.manager();
            String before = account.accountManager();
            assignments.add(new Assignment(
                    seat.id(),
                    account.id(),
                    account.name(),
                    account.tier(),
                    account.points(),
                    ref(manager),
                    ref(sponsor),
                    before != null
                            && manager != null
                            && !before.equals(manager.person().id()),
                    seat.pinned(),
                    sponsorSeat != null && sponsor == null,
                    reasons.of(seat, sponsorSeat)));
        }
        return assignments;
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        for (Candidate person : solution.candidates()) {
            boolean executive = person.person().kind() == PersonKind.EXECUTIVE;
            loads.add(new Load(
                    person.index(),
                    new PersonRef(person.person().id(), person.name()),
                    person.person().kind(),
                    executive ? tally.sponsored(person) : tally.accounts(person),
                    executive ? Integer.valueOf(person.sponsorLimit()) : null,
                    tally.tier1(person),
                    Points.ofThousandths(tally.points(person)),
                    Points.ofThousandths(executive ? 0 : person.capacity()),
                    BigDecimal.valueOf(tally.revenue(person)),
                    anotherSaves(person)));
        }
        return loads;
    }

    private @Nullable BigDecimal anotherSaves(Candidate person) {
        Long hundredths = seed == null ? null : seed.another().get(person);
        return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
    }

    private @Nullable Busiest busiest() {
        Candidate busiest = null;
        Ratio utilisation = Ratio.ZERO;
        for (Candidate person : solution.candidates()) {
            if (tally.points(person) > 0) {
                Ratio own = new Ratio(tally.points(person), person.capacity());
                if (own.compareTo(utilisation) > 0) {
                    busiest = person;
                    utilisation = own;
                }
            }
        }
        if (busiest == null) {
            return null;
        }
        Ratio bound = LowestMaximum.of(solution.managerSeats().stream()
                .filter(seat -> seat.manager() != null)
                .toList());
        return new Busiest(
                Objects.requireNonNull(ref(busiest)),
                utilisation.decimal(RoundingMode.UP),
                bound.decimal(RoundingMode.DOWN),
                utilisation.above(bound));
    }

    private static @Nullable PersonRef ref(@Nullable Candidate person) {
        return person == null ? null : new PersonRef(person.person().id(), person.name());
    }
}
