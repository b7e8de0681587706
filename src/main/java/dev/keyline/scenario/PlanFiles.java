package dev.keyline.scenario;

import dev.keyline.coverage.Book;
import dev.keyline.coverage.ConstraintCost;
import dev.keyline.coverage.ConstraintLevel;
import dev.keyline.coverage.InputCheck;
import dev.keyline.coverage.Judgement;
import dev.keyline.coverage.NewPlan;
import dev.keyline.coverage.PlanInput;
import dev.keyline.coverage.PlanJudge;
import dev.keyline.coverage.PlanOrigin;
import dev.keyline.coverage.Plans;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.spreadsheet.SheetFormat;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans that go out in a file and come back from one. */
@Singleton
public class PlanFiles {
    private final Plans plans;
    private final Bases bases;

    @Inject
    PlanFiles(Plans plans, Bases bases) {
        this.plans = plans;
        this.bases = bases;
    }

    /**
     * All assignments of a finished plan.
     *
     * @throws dev.keyline.http.ConflictException when it is not finished
     */
    public byte[] export(UUID plan, SheetFormat format) {
        return format.write(PlanFile.of(plans.input(plan), plans.everyAssignment(plan)));
    }

    /**
     * The plan that a file makes of a book.
     *
     * @param from as in {@link Bases#of}
     * @throws BadInputException naming every bad cell, and the account's cell where an assignment breaks something
     */
    public NewPlan imported(byte[] file, SheetFormat format, @Nullable String from, @Nullable String name) {
        Base base = bases.of(from, null);
        Book book = base.book().get();
        PlanInput input = new PlanInput(
                base.asOf(),
                book.demand(),
                book.people(),
                List.of(),
                book.pins(),
                base.approvedMoves(),
                base.pairings(),
                base.limits(),
                new TreeMap<>(base.weights()),
                0,
                Duration.ofSeconds(1),
                null);
        List<InputError> unsound = InputCheck.errors(input);
        if (!unsound.isEmpty()) {
            throw new BadInputException(unsound);
        }
        PlanFile.Read read = PlanFile.read(file, format, input);
        refuse(PlanJudge.judge(input, read.holders()), read);
        return new NewPlan(input, PlanOrigin.IMPORTED, base.plan(), name, null, read.holders(), book.policies());
    }

    private static void refuse(Judgement judgement, PlanFile.Read read) {
        List<InputError> errors = new ArrayList<>();
        for (ConstraintCost cost : judgement.constraints()) {
            if (cost.level() == ConstraintLevel.HARD) {
                for (ConstraintCost.Match match : cost.matches()) {
                    String place = match.account() == null ? "" : read.places().getOrDefault(match.account(), "");
                    errors.add(new InputError(place, "breaks " + Edits.inWords(cost, match)));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }
}
