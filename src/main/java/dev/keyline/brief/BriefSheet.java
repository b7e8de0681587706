package dev.keyline.brief;

import dev.keyline.accountplan.MappedStakeholder;
import dev.keyline.accountplan.PlanSummary;
import dev.keyline.portfolio.PersonName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a brief out in the order in which somebody on the way to the customer wants it. */
final class BriefSheet {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Brief brief;
    private final ZoneId zone;
    private final Sheet.Builder builder = new Sheet.Builder();
    private final PlanSheet plan;

    private BriefSheet(Brief brief, ZoneId zone) {
        this.brief = brief;
        this.zone = zone;
        this.plan = new PlanSheet(brief.plan(), brief.names());
    }

    /** @param zone in which moments are told */
    static Sheet of(Brief brief, ZoneId zone) {
        return new BriefSheet(brief, zone).sheet();
    }

    private Sheet sheet() {
        PlanSummary summary = brief.plan().summary();
        if (summary != null) {
            builder.add(
                    "Summary",
                    List.of(
                            new Sheet.Paragraph(Words.sentence(summary.business())),
                            new Sheet.Paragraph(Words.sentence(summary.goals())),
                            new Sheet.Paragraph(Words.sentence(summary.partnership()))));
        }
        builder.add("Where the account stands", List.of(builder.points(brief.standing()), overrides()));
        builder.add(
                "What needs attention",
                List.of(
                        builder.points(brief.escalations()),
                        builder.points(brief.warnings()),
                        builder.points(brief.playbooks()),
                        cases()));
        builder.add("What changed", changes());
        builder.add(
                "Renewal and growth",
                List.of(
                        builder.points(brief.renewal().statements()),
                        builder.points(brief.opportunities()),
                        new Sheet.Caption("Opportunity roadmap"),
                        plan.roadmap()));
        builder.add(
                "The next business review",
                Stream.concat(
                                Stream.of(
                                        builder.points(brief.nextReview().statements()),
                                        new Sheet.Caption("Agenda"),
                                        builder.points(brief.nextReview().agenda()),
                                        plan.agenda()),
                                plan.lastReview().stream())
                        .toList());
        builder.add(
                "Who",
                List.of(ours(), builder.points(brief.team()), new Sheet.Caption("At the customer"), stakeholders()));
        builder.add("Value", plan.value());
        builder.add("The plan", plan.rest());
        builder.add("Further findings", List.of(builder.points(brief.furtherFindings())));
        return builder.sheet(
                brief.who().name(),
                joined(
                        " · ",
                        brief.who().industry(),
                        brief.who().region(),
                        brief.who().country(),
                        brief.who().group() == null
                                ? null
                                : "part of " + brief.who().group()),
                Words.day(brief.day()),
                tiles());
    }

    private List<Sheet.Tile> tiles() {
        List<Sheet.Tile> tiles = new ArrayList<>();
        brief.standing().stream()
                .filter(statement ->
                        List.of("tier", "health", "lifecycle stage").contains(statement.topic()))
                .forEach(statement -> tiles.add(tile(statement)));
        Brief.Renewal renewal = brief.renewal();
        if (renewal.renewsOn() != null) {
            Long days = Objects.requireNonNullElse(renewal.days(), 0L);
            tiles.add(new Sheet.Tile("Renewal", SHORT_DAY.format(renewal.renewsOn()), "in " + days + " days", "plain"));
        }
        if (renewal.annualContractValue() != null) {
            tiles.add(new Sheet.Tile(
                    "Contracts a year", Words.number(renewal.annualContractValue()), renewal.currency(), "plain"));
        }
        return tiles;
    }

    private static Sheet.Tile tile(Statement statement) {
        String component = switch (statement.topic()) {
            case "health" -> "band";
            case "lifecycle stage" -> "stage";
            default -> "tier";
        };
        String score = statement.finding().path("score").isNumber()
                ? Words.value(statement.finding().path("score")) + " points"
                : "";
        return new Sheet.Tile(
                Words.capital(statement.topic()),
                Words.capital(Words.value(statement.finding().path(component))),
                score,
                statement.tone());
    }

    private Sheet.Block overrides() {
        return new Sheet.Points(brief.overrides().stream()
                .map(override -> new Sheet.Point(
                        Words.capital(Words.spaced(override.kind())) + " set by hand",
                        override.value() + ", by " + override.author() + ", until the day before "
                                + Words.day(override.expiresOn()) + ": " + Words.sentence(override.reason()),
                        "watch",
                        null))
                .toList());
    }

    private Sheet.Block cases() {
        return new Sheet.Points(brief.cases().stream().map(this::point).toList());
    }

    private Sheet.Point point(OpenCase open) {
        String text = Words.sentence(open.title()) + " " + Words.sentence(open.reason()) + " "
                + Words.sentence(joined(
                        ", ",
                        Words.capital(open.state()) + " since " + moment(open.openedAt()),
                        open.owner() == null ? "nobody has it" : "with " + open.owner(),
                        open.dueAt() == null ? null : "its clock runs out " + moment(open.dueAt()),
                        open.rung() == 0 ? null : "rung " + open.rung() + " of the ladder",
                        open.nextUpdateAt() == null
                                ? null
                                : "the customer hears of it by " + moment(open.nextUpdateAt()),
                        open.closingProposed() ? "closing is proposed" : null));
        String tone = switch (open.severity()) {
            case "critical", "high" -> "bad";
            case "medium" -> "watch";
            default -> "plain";
        };
        return new Sheet.Point(
                "Case: " + open.kind() + ", " + open.severity(),
                text,
                tone,
                open.grounds() == null ? null : builder.note(open.grounds()));
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone)) + " " + zone.getId();
    }

    private List<Sheet.Block> changes() {
        String since = brief.changes().since();
        if (since == null) {
            return List.of();
        }
        return brief.changes().items().isEmpty()
                ? List.of(new Sheet.Paragraph("Nothing that a policy would tell, since " + since + "."))
                : List.of(
                        new Sheet.Paragraph("Since " + since + ":"),
                        builder.points(brief.changes().items()));
    }

    private Sheet.Block ours() {
        return new Sheet.Points(Stream.of(
                        holder("Account manager", brief.who().accountManager()),
                        holder("Executive sponsor", brief.who().executiveSponsor()))
                .toList());
    }

    private static Sheet.Point holder(String role, @Nullable PersonName person) {
        return new Sheet.Point(role, person == null ? "Nobody." : person.name() + ".", "plain", null);
    }

    private Sheet.Block stakeholders() {
        return new Sheet.Table(
                List.of("Name", "Role", "Influence", "Sentiment", "Last contact", "Kept up by"),
                brief.stakeholders().stream().map(this::row).toList());
    }

    private List<String> row(MappedStakeholder stakeholder) {
        return List.of(
                joined(
                        ", ",
                        stakeholder.name() == null ? stakeholder.contactId() : stakeholder.name(),
                        stakeholder.title(),
                        stakeholder.leftOn() == null ? null : "left " + Words.day(stakeholder.leftOn())),
                stakeholder.role() == null ? "" : Words.spaced(stakeholder.role()),
                joined(", ", stakeholder.influence(), stakeholder.stance()),
                Objects.requireNonNullElse(stakeholder.sentiment(), ""),
                stakeholder.lastContactedOn() == null ? "never" : Words.day(stakeholder.lastContactedOn()),
                stakeholder.owner() == null
                        ? ""
                        : brief.names().people().getOrDefault(stakeholder.owner(), stakeholder.owner()));
    }

    static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
