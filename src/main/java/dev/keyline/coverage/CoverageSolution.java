package dev.keyline.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Who has each account, by its id. */
    Map<String, Holders> holders() {
        Map<String, String> sponsors = new HashMap<>();
        for (SponsorSeat seat : sponsorSeats) {
            if (seat.sponsor() != null) {
                sponsors.put(seat.account().id(), seat.holder().person().id());
            }
        }
        Map<String, Holders> holders = new HashMap<>();
        for (ManagerSeat seat : managerSeats) {
            String account = seat.account().id();
            String manager =
                    seat.manager() == null ? null : seat.holder().person().id();
            holders.put(account, new Holders(manager, sponsors.get(account)));
        }
        return holders;
    }

    CoverageWeights weights() {
        return weights;
    }

    @Nullable
    HardMediumSoftLongScore score() {
        return score;
    }
}
