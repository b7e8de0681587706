package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sponsor seats of a plan as an assignment problem in the units of the score, and back. It knows nothing of competitors
 * and line managers: who may not sponsor an account for these is replaced afterwards.
 */
final class SponsorProblem {
    private static final int ACCOUNTS = 0;

    private final CoverageSolution solution;
    private final List<SponsorSeat> free;
    private final AssignmentProblem problem;
    private final long constant;

    /** @param solution in which nothing but what is pinned is filled */
    SponsorProblem(CoverageSolution solution) {
        this.solution = solution;
        this.free = solution.sponsorSeats().stream()
                .filter(seat -> !seat.pinned())
                .sorted(Comparator.comparingLong(SponsorSeat::weight).reversed())
                .toList();
        this.constant = solution.sponsorSeats().stream()
                .filter(SponsorSeat::pinned)
                .mapToLong(seat -> seat.priceFor(seat.holder()))
                .sum();
        Tally pinned = Tally.of(solution);
        AssignmentProblem.Builder builder =
                AssignmentProblem.of(solution.candidates().size(), 1);
        for (Candidate executive : solution.candidates()) {
            int held = pinned.sponsored(executive);
            builder.limit(ACCOUNTS, executive.index(), Math.max(0, executive.sponsorLimit() - held));
            builder.price(
                    ACCOUNTS, executive.index(), sum -> executive.priceForSponsoring(Math.toIntExact(held + sum)));
        }
        for (SponsorSeat seat : free) {
            builder.job(seat.weight());
            for (Candidate executive : seat.eligible()) { // in the order of their indexes
                builder.pair(executive.index(), seat.priceFor(executive), 1);
            }
        }
        this.problem = builder.build();
    }

    AssignmentProblem problem() {
        return problem;
    }

    /** What the pinned seats cost by themselves, beside what the problem counts. */
    long constant() {
        return constant;
    }

    /** By job, the index of who is to have it to begin with. */
    int[] start(Function<SponsorSeat, @Nullable Candidate> holder) {
        return free.stream()
                .map(holder)
                .mapToInt(candidate -> candidate == null ? AssignmentProblem.NONE : candidate.index())
                .toArray();
    }

    /** Who would sponsor the accounts that are not pinned, by account; those without a sponsor are left out. */
    Map<String, String> sponsors(List<Integer> agents) {
        Map<String, String> sponsors = new HashMap<>();
        for (int job = 0; job < free.size(); job++) {
            int agent = agents.get(job);
            if (agent != AssignmentProblem.NONE) {
                sponsors.put(
                        free.get(job).account().id(),
                        solution.candidates().get(agent).person().id());
            }
        }
        return sponsors;
    }

    /** After the managers: whom the problem chose where they may, then the cheapest who may. */
    void fill(Assigner.Answer answer) {
        Tally tally = Tally.of(solution);
        for (int job = 0; job < free.size(); job++) {
            int agent = answer.agents().get(job);
            if (agent != AssignmentProblem.NONE) {
                place(free.get(job), solution.candidates().get(agent), tally);
            }
        }
        for (SponsorSeat seat : free) {
            if (seat.sponsor() == null) {
                Candidate cheapest = seat.eligible().stream()
                        .filter(executive -> mayTake(seat, executive, tally))
                        .min(Comparator.comparingLong(executive -> priceOf(seat, executive, tally)))
                        .orElse(null);
                if (cheapest != null) {
                    place(seat, cheapest, tally);
                }
            }
        }
    }

    private void place(SponsorSeat seat, Candidate executive, Tally tally) {
        if (mayTake(seat, executive, tally)) {
            seat.setSponsor(executive);
            tally.add(seat);
        }
    }

    private boolean mayTake(SponsorSeat seat, Candidate executive, Tally tally) {
        @Nullable Candidate manager = solution.managerSeats().get(seat.id()).manager();
        return tally.fits(seat, executive, manager);
    }

    private static long priceOf(SponsorSeat seat, Candidate executive, Tally tally) {
        int held = tally.sponsored(executive);
        return seat.priceFor(executive) + executive.priceForSponsoring(held + 1) - executive.priceForSponsoring(held);
    }
}
