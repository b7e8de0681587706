package dev.keyline.brief;

import dev.keyline.accountplan.BudgetCalendar;
import dev.keyline.accountplan.DeliveredValue;
import dev.keyline.accountplan.HeldReview;
import dev.keyline.accountplan.PlanDocument;
import dev.keyline.accountplan.ReferencePlan;
import dev.keyline.accountplan.RoadmapEntry;
import dev.keyline.accountplan.SuccessMetric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan's part of the sheet: people's own words, which rest on no decision. */
final class PlanSheet {
    private final PlanDocument plan;
    private final Brief.Names names;

    PlanSheet(PlanDocument plan, Brief.Names names) {
        this.plan = plan;
        this.names = names;
    }

    Sheet.Block roadmap() {
        return new Sheet.Table(
                List.of("When", "Opportunity", "Kind", "Product", "Worth a year"),
                plan.roadmap().stream()
                        .sorted(Comparator.comparing(RoadmapEntry::on))
                        .map(entry -> List.of(
                                Words.day(entry.on()),
                                entry.opportunity(),
                                Words.spaced(entry.kind()),
                                named(names.products(), entry.productId()),
                                money(entry.value(), entry.currency())))
                        .toList());
    }

    Sheet.Block agenda() {
        return points(plan.agenda().stream()
                .map(item -> point(Words.capital(Words.spaced(item.part())), item.item(), item.why()))
                .toList());
    }

    /** The last review held, in its three parts. */
    List<Sheet.Block> lastReview() {
        return plan.businessReviews().stream()
                .max(Comparator.comparing(HeldReview::heldOn))
                .map(review -> List.<Sheet.Block>of(
                        new Sheet.Caption("The last one, on " + Words.day(review.heldOn())),
                        points(List.of(
                                point("Value proved", review.valueProved(), null),
                                point("Priorities aligned", review.prioritiesAligned(), null),
                                point("Risks raised", review.risksRaised(), null)))))
                .orElse(List.of());
    }

    List<Sheet.Block> value() {
        return List.of(
                new Sheet.Caption("Metrics agreed"),
                new Sheet.Table(
                        List.of("Metric", "Kind", "From", "To", "Agreed"),
                        plan.metrics().stream().map(this::row).toList()),
                new Sheet.Caption("Value delivered"),
                new Sheet.Table(
                        List.of("Value", "When", "Amount", "Confirmed by"),
                        plan.value().stream()
                                .sorted(Comparator.comparing(DeliveredValue::deliveredOn)
                                        .reversed())
                                .map(this::row)
                                .toList()));
    }

    private List<String> row(SuccessMetric metric) {
        return List.of(
                metric.name(),
                Words.spaced(metric.category()),
                amount(metric.baseline(), metric.unit()),
                amount(metric.target(), metric.unit()),
                metric.agreedOn() == null
                        ? "not yet"
                        : BriefSheet.joined(
                                ", ", Words.day(metric.agreedOn()), named(names.contacts(), metric.agreedWith())));
    }

    private List<String> row(DeliveredValue value) {
        return List.of(
                value.statement(),
                Words.day(value.deliveredOn()),
                value.currency() == null
                        ? amount(value.amount(), value.unit())
                        : money(value.amount(), value.currency()),
                value.confirmedBy() == null ? "our own claim" : named(names.contacts(), value.confirmedBy()));
    }

    /** Everything else that people have written. */
    List<Sheet.Block> rest() {
        List<Sheet.Block> blocks = new ArrayList<>();
        blocks.add(new Sheet.Caption("Goals"));
        blocks.add(new Sheet.Table(
                List.of("Goal", "Measure and target", "By", "State"),
                plan.goals().stream()
                        .map(goal -> List.of(
                                goal.statement(),
                                BriefSheet.joined(": ", goal.measure(), goal.target()),
                                day(goal.dueOn()),
                                goal.state()))
                        .toList()));
        blocks.add(new Sheet.Caption("Actions"));
        blocks.add(new Sheet.Table(
                List.of("Action", "Who", "By", "State"),
                plan.actions().stream()
                        .map(action -> List.of(
                                action.what(),
                                named(names.people(), action.owner()),
                                day(action.dueOn()),
                                action.state()))
                        .toList()));
        blocks.add(new Sheet.Caption("Risk register"));
        blocks.add(new Sheet.Table(
                List.of("Risk", "Likelihood, impact", "Mitigation", "Who", "State"),
                plan.risks().stream()
                        .map(risk -> List.of(
                                risk.risk(),
                                BriefSheet.joined(", ", risk.likelihood(), risk.impact()),
                                orEmpty(risk.mitigation()),
                                named(names.people(), risk.owner()),
                                risk.state()))
                        .toList()));
        blocks.add(new Sheet.Caption("Competitors"));
        blocks.add(new Sheet.Table(
                List.of("Competitor", "Strong in", "Threat", "Our answer"),
                plan.competitors().stream()
                        .map(rival -> List.of(
                                rival.name(), orEmpty(rival.strengths()), rival.threat(), orEmpty(rival.ourAnswer())))
                        .toList()));
        blocks.add(new Sheet.Caption("Needs and pain points"));
        blocks.add(points(plan.needs().stream()
                .map(need -> point(Words.capital(Words.spaced(need.kind())), need.statement(), need.businessUnit()))
                .toList()));
        blocks.add(new Sheet.Caption("Product feedback"));
        blocks.add(new Sheet.Table(
                List.of("Product", "What they say", "Passed on", "State"),
                plan.feedback().stream()
                        .map(said -> List.of(
                                named(names.products(), said.productId()),
                                said.what(),
                                day(said.passedOnOn()),
                                Words.spaced(said.state())))
                        .toList()));
        theirYear(blocks);
        reference(blocks);
        return blocks;
    }

    private void theirYear(List<Sheet.Block> blocks) {
        blocks.add(new Sheet.Caption("The customer's initiatives and budget year"));
        blocks.add(new Sheet.Table(
                List.of("Initiative", "Sponsor", "From", "To", "Budget"),
                plan.initiatives().stream()
                        .map(initiative -> List.of(
                                initiative.name(),
                                orEmpty(initiative.sponsor()),
                                day(initiative.startsOn()),
                                day(initiative.endsOn()),
                                money(initiative.budget(), initiative.currency())))
                        .toList()));
        BudgetCalendar budget = plan.budget();
        if (budget != null) {
            blocks.add(new Sheet.Paragraph(Words.capital(Words.sentence(BriefSheet.joined(
                    ", ",
                    month("its year begins in ", budget.fiscalYearStartsIn()),
                    month("planning begins in ", budget.planningStartsIn()),
                    month("the budget is decided in ", budget.decidedIn()))))));
        }
    }

    private void reference(List<Sheet.Block> blocks) {
        ReferencePlan reference = plan.reference();
        if (reference != null) {
            blocks.add(new Sheet.Caption("Reference and co-marketing"));
            blocks.add(points(reference.coMarketing().stream()
                    .map(what -> point("Together", what, null))
                    .toList()));
            blocks.add(new Sheet.Paragraph(Words.sentence(orEmpty(reference.note()))));
        }
    }

    private static Sheet.Points points(List<Sheet.Point> points) {
        return new Sheet.Points(points);
    }

    private static Sheet.Point point(String label, String text, @Nullable String more) {
        return new Sheet.Point(
                label, Words.sentence(text) + (more == null ? "" : " " + Words.sentence(more)), "plain", null);
    }

    private static @Nullable String month(String before, @Nullable Integer number) {
        return number == null ? null : before + Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String named(Map<String, String> names, @Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Words.day(day);
    }

    private static String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? "" : orEmpty(currency) + " " + Words.number(amount);
    }

    private static String amount(@Nullable BigDecimal amount, @Nullable String unit) {
        return amount == null ? "" : BriefSheet.joined(" ", Words.number(amount), unit);
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
