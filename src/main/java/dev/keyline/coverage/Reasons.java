package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into words why a seat stayed empty in a solved plan. */
final class Reasons {
    private final CoverageProblem problem;
    private final CoverageSolution solution;
    private final Tally tally;

    Reasons(CoverageProblem problem, CoverageSolution solution, Tally tally) {
        this.problem = problem;
        this.solution = solution;
        this.tally = tally;
    }

    /** All there is to say of an account, in sentences; null when nothing. */
    @Nullable
    String of(ManagerSeat seat, @Nullable SponsorSeat sponsorSeat) {
        String said = Stream.of(
                        seat.manager() == null ? whyUncovered(seat) : null,
                        sponsorSeat != null && sponsorSeat.sponsor() == null ? whyUnsponsored(sponsorSeat) : null,
                        problem.why().note(seat.account()))
                .filter(sentence -> sentence != null)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }

    private String whyUncovered(ManagerSeat seat) {
        if (seat.eligible().isEmpty()) {
            return "Uncovered. " + problem.eligibility().whyNoManager(seat.account());
        }
        String obstacles = obstacles("hold", seat.eligible(), manager -> tally.obstacle(seat, manager));
        return sentence("Uncovered.", problem.why().kept(Seat.ACCOUNT_MANAGER, seat.account()), obstacles);
    }

    private String whyUnsponsored(SponsorSeat seat) {
        if (seat.eligible().isEmpty()) {
            return "Sponsor missing. " + problem.eligibility().whyNoExecutive(seat.account());
        }
        Candidate manager = solution.managerSeats().get(seat.id()).manager();
        String obstacles = obstacles("sponsor", seat.eligible(), executive -> tally.obstacle(seat, executive, manager));
        return sentence("Sponsor missing.", problem.why().kept(Seat.EXECUTIVE_SPONSOR, seat.account()), obstacles);
    }

    private static String sentence(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String obstacles(
            String verb, List<Candidate> eligible, Function<Candidate, @Nullable String> obstacleOf) {
        List<String> full = new ArrayList<>();
        List<String> free = new ArrayList<>();
        for (Candidate candidate : eligible) {
            String obstacle = obstacleOf.apply(candidate);
            if (obstacle == null) {
                free.add(candidate.name());
            } else {
                full.add(obstacle);
            }
        }
        if (!free.isEmpty()) {
            return "There is room with %s, but the solver was stopped before it got there: give it more time."
                    .formatted(Names.list(free));
        }
        return full.size() == 1
                ? "The only one who may %s it has no room: %s.".formatted(verb, full.get(0))
                : "None of the %d who may %s it has room: %s.".formatted(full.size(), verb, Names.list(full));
    }
}
