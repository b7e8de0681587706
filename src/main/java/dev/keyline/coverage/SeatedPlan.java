package dev.keyline.coverage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finished plan with everybody in their place; what it is worth is worked out when that is first asked for. */
final class SeatedPlan {
    private static final int PLACES_SHOWN = 10;

    private final UUID id;
    private final SeatedBook book;
    private volatile @Nullable Judgement judgement;
    private volatile @Nullable PlanExplanation explanation;

    SeatedPlan(UUID id, SeatedBook book) {
        this.id = id;
        this.book = book;
    }

    UUID id() {
        return id;
    }

    SeatedBook book() {
        return book;
    }

    PlanExplanation explanation() {
        PlanExplanation made = explanation;
        if (made == null) {
            made = explain();
            explanation = made;
        }
        return made;
    }

    Judgement judgement() {
        Judgement made = judgement;
        if (made == null) {
            made = PlanJudge.judge(book.solution(), book.problem().input().weights());
            judgement = made;
        }
        return made;
    }

    private PlanExplanation explain() {
        Judgement judged = judgement();
        return new PlanExplanation(
                id,
                judged.score(),
                Share.money(judged.soft()),
                judged.constraints().stream().map(SeatedPlan::part).toList(),
                MissingStaff.of(book),
                NewHead.of(book));
    }

    private static PlanExplanation.Part part(ConstraintCost cost) {
        boolean soft = cost.level() == ConstraintLevel.SOFT;
        Defaults.Weight weight = Defaults.shipped().weights().get(cost.constraint());
        return new PlanExplanation.Part(
                cost.constraint(),
                cost.level(),
                cost.weight(),
                weight == null ? null : weight.price(),
                cost.cost(),
                soft ? Share.money(cost.cost()) : null,
                cost.matches().size(),
                costliest(cost.matches()));
    }

    private static List<PlanExplanation.Place> costliest(List<ConstraintCost.Match> matches) {
        return matches.stream()
                .limit(PLACES_SHOWN)
                .map(match -> new PlanExplanation.Place(match.account(), match.person(), match.cost()))
                .toList();
    }
}
