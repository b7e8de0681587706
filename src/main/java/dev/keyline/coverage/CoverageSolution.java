package dev.keyline.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.constraintweight.ConstraintConfigurationProvider;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** The seats to be filled and the people who may fill them. */
@PlanningSolution
class CoverageSolution {
    @ProblemFactCollectionProperty
    private List<Candidate> candidates = List.of();

    @PlanningEntityCollectionProperty
    private List<ManagerSeat> managerSeats = List.of();

    @PlanningEntityCollectionProperty
    private List<SponsorSeat> sponsorSeats = List.of();

    @ConstraintConfigurationProvider
    private CoverageWeights weights = new CoverageWeights();

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    CoverageSolution() {}

    CoverageSolution(
            List<Candidate> candidates,
            List<ManagerSeat> managerSeats,
            List<SponsorSeat> sponsorSeats,
            CoverageWeights weights) {
        this.candidates = candidates;
        this.managerSeats = managerSeats;
        this.sponsorSeats = sponsorSeats;
        this.weights = weights;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<ManagerSeat> managerSeats() {
        return managerSeats;
    }

    List<SponsorSeat> sponsorSeats() {
        return sponsorSeats;
    }

    CoverageWeights weights() {
        return weights;
    }

    @Nullable
    HardMediumSoftLongScore score() {
        return score;
    }
}
