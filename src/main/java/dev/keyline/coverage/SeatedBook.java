package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A book with everybody in their place: a finished plan, or the portfolio as it is today. Read by several threads at once,
 * so that nothing in it is changed once it stands.
 */
final class SeatedBook {
    private final CoverageProblem problem;
    private final CoverageSolution solution;
    private final Holdings holdings;
    private final Map<String, ManagerSeat> seats = new HashMap<>();
    private final Map<String, Candidate> people = new HashMap<>();
    private final Map<Integer, SponsorSeat> sponsorSeats = new HashMap<>();
    private final List<List<ManagerSeat>> held = new ArrayList<>();

    /**
     * @param input that {@link InputCheck} finds nothing wrong with
     * @param holders by account; one that is not named has nobody
     */
    SeatedBook(PlanInput input, Map<String, Holders> holders) {
        this.problem = new CoverageProblem(input);
        this.solution = problem.filled(holders);
        this.holdings = Holdings.of(solution);
        for (Candidate person : solution.candidates()) {
            people.put(person.person().id(), person);
            held.add(new ArrayList<>());
        }
        for (ManagerSeat seat : solution.managerSeats()) {
            seats.put(seat.account().id(), seat);
            Candidate manager = seat.manager();
            if (manager != null) {
                held.get(manager.index()).add(seat);
            }
        }
        solution.sponsorSeats().forEach(seat -> sponsorSeats.put(seat.id(), seat));
    }

    CoverageProblem problem() {
        return problem;
    }

    CoverageSolution solution() {
        return solution;
    }

    /** Not to be changed: take a {@link Holdings#copy()}. */
    Holdings holdings() {
        return holdings;
    }

    Optional<ManagerSeat> seat(String account) {
        return Optional.ofNullable(seats.get(account));
    }

    Optional<Candidate> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    List<ManagerSeat> heldBy(Candidate manager) {
        return manager.index() < held.size() ? held.get(manager.index()) : List.of();
    }

    /** Who sponsors an account; null when nobody does. */
    @Nullable
    Candidate sponsorOf(ManagerSeat seat) {
        SponsorSeat sponsorSeat = sponsorSeats.get(seat.id());
        return sponsorSeat == null ? null : sponsorSeat.sponsor();
    }

    /** Those sponsored by an executive. */
    List<SponsorSeat> sponsoredBy(Candidate executive) {
        return solution.sponsorSeats().stream()
                .filter(seat -> seat.sponsor() == executive)
                .toList();
    }
}
