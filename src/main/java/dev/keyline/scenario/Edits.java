package dev.keyline.scenario;

import dev.keyline.coverage.ConstraintCost;
import dev.keyline.coverage.ConstraintLevel;
import dev.keyline.coverage.Holders;
import dev.keyline.coverage.Judgement;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.PlanJudge;
import dev.keyline.coverage.PlanOrigin;
import dev.keyline.coverage.Plans;
import dev.keyline.coverage.Seat;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes a finished plan by hand: what that costs before it is saved, and the new plan that it is saved as. */
@Singleton
public class Edits {
    private static final int NAMED = 5;

    private final Plans plans;

    @Inject
    Edits(Plans plans) {
        this.plans = plans;
    }

    /**
     * What the edits would make of the plan.
     *
     * @param edits at least one
     * @throws BadInputException naming every edit of an account or a person that the plan does not have
     * @throws ConflictException when the plan is not finished
     */
    public EditPreview preview(UUID plan, List<SeatEdit> edits) {
        PlanInput input = plans.input(plan);
        Map<String, Holders> before = plans.holders(plan);
        Judgement now = PlanJudge.judge(input, before);
        Judgement then = PlanJudge.judge(input, edited(input, before, edits));
        return new EditPreview(now.score(), then.score(), Comparisons.differences(now, then), broken(then));
    }

    /**
     * The plan that the edits make.
     *
     * @throws BadInputException as {@link #preview}
     * @throws ConflictException when it would break something, or the plan is not finished
     */
    public NewPlan saved(UUID plan, List<SeatEdit> edits, @Nullable String name) {
        PlanInput input = plans.input(plan);
        Map<String, Holders> after = edited(input, plans.holders(plan), edits);
        List<String> broken = broken(PlanJudge.judge(input, after));
        if (!broken.isEmpty()) {
            throw new ConflictException("It would break "
                    + String.join("; ", broken.subList(0, Math.min(NAMED, broken.size())))
                    + (broken.size() > NAMED ? "; and " + (broken.size() - NAMED) + " more." : "."));
        }
        return new NewPlan(
                input,
                PlanOrigin.EDITED,
                plan,
                name,
                null,
                after,
                plans.get(plan).policies());
    }

    private static Map<String, Holders> edited(PlanInput input, Map<String, Holders> before, List<SeatEdit> edits) {
        if (edits.isEmpty()) {
            throw new BadInputException("/edits", "must hold at least one edit");
        }
        List<InputError> errors = new ArrayList<>();
        Map<String, Holders> after = new HashMap<>(before);
        for (int i = 0; i < edits.size(); i++) {
            SeatEdit edit = edits.get(i);
            Holders holders = after.get(edit.account());
            String row = "/edits/" + i;
            if (holders == null) {
                errors.add(new InputError(row + "/account", "there is no account " + edit.account() + " in this plan"));
            } else if (edit.person() != null
                    && input.people().stream().noneMatch(person -> person.id().equals(edit.person()))) {
                errors.add(
                        new InputError(row + "/person", "there is nobody called " + edit.person() + " in this plan"));
            } else {
                after.put(
                        edit.account(),
                        edit.seat() == Seat.ACCOUNT_MANAGER
                                ? new Holders(edit.person(), holders.sponsor())
                                : new Holders(holders.accountManager(), edit.person()));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return after;
    }

    private static List<String> broken(Judgement judgement) {
        List<String> broken = new ArrayList<>();
        for (ConstraintCost cost : judgement.constraints()) {
            if (cost.level() == ConstraintLevel.HARD) {
                for (ConstraintCost.Match match : cost.matches()) {
                    broken.add(inWords(cost, match));
                }
            }
        }
        return broken;
    }

    /** As in "points-capacity: ann"; what an account and a person break together has both. */
    static String inWords(ConstraintCost cost, ConstraintCost.Match match) {
        String person = match.person() == null ? "nobody" : match.person();
        return cost.constraint() + ": " + (match.account() == null ? person : match.account() + " with " + person);
    }
}
