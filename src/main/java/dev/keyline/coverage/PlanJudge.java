package dev.keyline.coverage;

import dev.keyline.http.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.constraint.ConstraintMatch;
import org.optaplanner.core.api.score.constraint.ConstraintMatchTotal;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Scores any assignment of a plan's input, whoever made it, by the solver's own constraints: what it breaks, what it leaves
 * open and what each soft constraint costs. It keeps to nothing: an assignment that no solve would make is scored as well.
 */
public final class PlanJudge {
    private static final SolutionManager<CoverageSolution, HardMediumSoftLongScore> SCORING =
            SolutionManager.create(SolverFactory.<CoverageSolution>create(new SolverConfig()
                    .withSolutionClass(CoverageSolution.class)
                    .withEntityClasses(ManagerSeat.class, SponsorSeat.class)
                    .withConstraintProviderClass(CoverageConstraints.class)
                    .withConstraintStreamImplType(ConstraintStreamImplType.BAVET)));

    private PlanJudge() {}

    /**
     * The score and every constraint's part in it.
     *
     * @param input that {@link InputCheck} finds nothing wrong with
     * @param holders by account; one that is not named has nobody
     * @throws BadInputException naming an account that is not in the plan, and whoever is not among its people or of the
     *     wrong kind, under {@code /assignments/} and the account
     */
    public static Judgement judge(PlanInput input, Map<String, Holders> holders) {
        return judge(new CoverageProblem(input).filled(holders), input.weights());
    }

    static Judgement judge(CoverageSolution solution, Map<String, Integer> weights) {
        ScoreExplanation<CoverageSolution, HardMediumSoftLongScore> explained = SCORING.explain(solution);
        Map<String, ConstraintMatchTotal<HardMediumSoftLongScore>> totals = new HashMap<>();
        explained.getConstraintMatchTotalMap().values().forEach(total -> totals.put(total.getConstraintName(), total));
        List<ConstraintCost> costs = new ArrayList<>();
        for (ConstraintLevel level : ConstraintLevel.values()) {
            totals.values().stream()
                    .filter(total -> levelOf(total) == level)
                    .sorted(Comparator.comparing(ConstraintMatchTotal::getConstraintName))
                    .forEach(total -> costs.add(cost(level, weights.get(total.getConstraintName()), total)));
        }
        // the solver leaves out what has no weight
        new TreeMap<>(weights).forEach((name, percent) -> {
            if (!totals.containsKey(name)) {
                costs.add(new ConstraintCost(name, ConstraintLevel.SOFT, percent, 0, List.of()));
            }
        });
        HardMediumSoftLongScore score = explained.getScore();
        return new Judgement(score.toString(), -score.hardScore(), -score.mediumScore(), -score.softScore(), costs);
    }

    private static ConstraintLevel levelOf(ConstraintMatchTotal<HardMediumSoftLongScore> total) {
        HardMediumSoftLongScore weight = total.getConstraintWeight();
        return weight.hardScore() != 0
                ? ConstraintLevel.HARD
                : weight.mediumScore() != 0 ? ConstraintLevel.MEDIUM : ConstraintLevel.SOFT;
    }

    private static ConstraintCost cost(
            ConstraintLevel level, @Nullable Integer percent, ConstraintMatchTotal<HardMediumSoftLongScore> total) {
        return new ConstraintCost(
                total.getConstraintName(),
                level,
                percent,
                onLevel(level, total.getScore()),
                total.getConstraintMatchSet().stream()
                        .map(match -> match(level, match))
                        .sorted(Comparator.comparingLong(ConstraintCost.Match::cost)
                                .reversed()
                                .thenComparing(match -> match.account() + "/" + match.person()))
                        .toList());
    }

    private static ConstraintCost.Match match(ConstraintLevel level, ConstraintMatch<HardMediumSoftLongScore> match) {
        String account = null;
        Candidate person = null;
        for (Object part : match.getIndictedObjectList()) {
            if (part instanceof ManagerSeat seat) {
                account = seat.account().id();
                person = seat.manager();
            } else if (part instanceof SponsorSeat seat) {
                account = seat.account().id();
                person = seat.sponsor();
            } else if (part instanceof Candidate candidate) {
                person = candidate;
            }
        }
        return new ConstraintCost.Match(
                account, person == null ? null : person.person().id(), onLevel(level, match.getScore()));
    }

    private static long onLevel(ConstraintLevel level, HardMediumSoftLongScore score) {
        return -switch (level) {
            case HARD -> score.hardScore();
            case MEDIUM -> score.mediumScore();
            case SOFT -> score.softScore();
        };
    }
}
