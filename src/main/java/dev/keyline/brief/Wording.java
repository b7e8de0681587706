package dev.keyline.brief;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.decision.Grounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Puts the outcomes of the shipped policies into words. A component that an edited policy no longer has is left out of
 * its sentence; a policy nobody wrote words for is told by its components.
 */
final class Wording {
    private final Grounds grounds;
    private final JsonNode outcome;

    Wording(Grounds grounds, JsonNode outcome) {
        this.grounds = grounds;
        this.outcome = outcome;
    }

    Statement tier() {
        String reason = text(outcome, "reason");
        return statement(
                "tier",
                Words.capital(Words.value(outcome.path("tier")))
                        + points()
                        + (reason.isEmpty() ? "." : ": " + Words.sentence(reason)),
                "plain");
    }

    Statement dimensionScores() {
        return statement("dimension scores", Words.sentence(Words.capital(Words.value(outcome))), "plain");
    }

    Statement health() {
        String band = Words.value(outcome.path("band"));
        List<String> drivers = new ArrayList<>();
        outcome.path("drivers").forEach(driver -> {
            if (driver.path("pointsLost").asDouble() > 0 && drivers.size() < 2) {
                String evidence = text(driver, "evidence");
                drivers.add(Words.spaced(text(driver, "part")) + (evidence.isEmpty() ? "" : " (" + evidence + ")"));
            }
        });
        return statement(
                "health",
                Words.capital(band) + points() + "."
                        + (drivers.isEmpty() ? "" : " What costs most: " + String.join("; ", drivers) + "."),
                switch (band) {
                    case "healthy" -> "good";
                    case "neutral" -> "watch";
                    case "at risk", "at-risk", "critical" -> "bad";
                    default -> "plain";
                });
    }

    Statement lifecycleStage() {
        String stage = Words.value(outcome.path("stage"));
        String contract = text(outcome, "contract");
        return statement(
                "lifecycle stage",
                Words.capital(stage) + (contract.isEmpty() ? "." : ", contract " + contract + "."),
                stage.equals("at risk") || stage.equals("exit") ? "bad" : "plain");
    }

    Statement engagementModel() {
        List<String> parts = new ArrayList<>();
        add(parts, "qbrsPerYear", "%s business reviews a year");
        add(parts, "touchEveryDays", "a touch at least every %s days");
        if (outcome.path("sponsor").isBoolean()) {
            parts.add(outcome.path("sponsor").booleanValue() ? "an executive sponsor" : "no executive sponsor");
        }
        add(parts, "points", "%s hours of an account manager a month");
        return statement("engagement model", Words.capital(Words.sentence(String.join(", ", parts))), "plain");
    }

    private void add(List<String> parts, String component, String format) {
        if (outcome.hasNonNull(component)) {
            parts.add(format.formatted(Words.value(outcome.path(component))));
        }
    }

    List<Statement> warnings() {
        return each("warnings", "sign", (warning, sign) -> Words.sentence(text(warning, "evidence")));
    }

    List<Statement> escalations() {
        return each(
                "escalations",
                "cause",
                (escalation, cause) -> Words.capital(text(escalation, "severity")) + " on the "
                        + text(escalation, "path") + " path: " + Words.sentence(text(escalation, "reason")));
    }

    List<Statement> playbooks() {
        return each("playbooks", "playbook", (playbook, name) -> {
            String steps = Words.value(playbook.path("steps"));
            return Words.sentence(text(playbook, "reason"))
                    + (playbook.path("steps").isEmpty()
                                    && !playbook.path("steps").isTextual()
                            ? ""
                            : " Steps: " + Words.sentence(steps));
        });
    }

    List<Statement> renewal() {
        List<Statement> statements = new ArrayList<>();
        String status = text(outcome, "status");
        if (!status.isEmpty()) {
            String window = Words.value(outcome.path("window"));
            statements.add(statement(
                    "renewal status",
                    Words.capital(Words.spaced(status))
                            + (outcome.hasNonNull("window") ? ", window: " + window + "." : "."),
                    "plain"));
        }
        statements.addAll(each(
                "steps",
                "step",
                (step, name) -> Words.sentence(text(step, "reason"))
                        + (step.hasNonNull("dueOn") ? " Due " + Words.dayOr(text(step, "dueOn")) + "." : "")));
        return statements;
    }

    List<Statement> opportunities() {
        return each("triggers", "cause", (trigger, cause) -> {
            String evidence = text(trigger, "evidence");
            String timing = text(trigger, "timing");
            String held = text(trigger, "held");
            return Words.capital(Words.spaced(text(trigger, "kind"))) + ": "
                    + Words.sentence(text(trigger, "reason"))
                    + (evidence.isEmpty() ? "" : " Evidence: " + Words.sentence(evidence))
                    + (timing.isEmpty() ? "" : " When: " + Words.sentence(Words.dayOr(timing)))
                    + (held.isEmpty() ? "" : " Held back: " + Words.sentence(held));
        });
    }

    List<Statement> businessReview() {
        if (!outcome.hasNonNull("due") && !outcome.hasNonNull("dueOn")) {
            return List.of();
        }
        boolean due = outcome.path("due").asBoolean();
        String on = text(outcome, "dueOn");
        return List.of(statement(
                "business review",
                (due ? "A business review is due" : "No business review is due yet; the next is")
                        + (on.isEmpty() ? "." : (due ? ", by " : " by ") + Words.dayOr(on) + "."),
                due ? "watch" : "plain"));
    }

    List<Statement> agenda() {
        return each("agenda", "part", (item, part) -> {
            String why = text(item, "why");
            return Words.sentence(text(item, "item")) + (why.isEmpty() ? "" : " " + Words.sentence(why));
        });
    }

    List<Statement> team() {
        return each("roles", "role", (role, name) -> Words.sentence(Words.capital(text(role, "why"))));
    }

    /** By the outcome's own components: of a policy that nobody wrote words for. */
    Statement plain() {
        return statement(Words.spaced(grounds.policy()), Words.sentence(Words.capital(Words.value(outcome))), "plain");
    }

    private List<Statement> each(String list, String topic, BiFunction<JsonNode, String, String> words) {
        List<Statement> statements = new ArrayList<>();
        outcome.path(list).forEach(finding -> {
            String name = finding.isTextual() ? finding.textValue() : text(finding, topic);
            String said = finding.isTextual() ? "" : words.apply(finding, name);
            statements.add(new Statement(Words.spaced(name), said, tone(finding), finding, grounds.about(name)));
        });
        return statements;
    }

    private static String tone(JsonNode finding) {
        return switch (text(finding, "level") + text(finding, "severity")) {
            case "red", "critical", "high" -> "bad";
            case "yellow", "medium" -> "watch";
            default -> finding.has("held") && !finding.hasNonNull("held") ? "good" : "plain";
        };
    }

    private String points() {
        return outcome.path("score").isNumber() ? ", " + Words.value(outcome.path("score")) + " points" : "";
    }

    private static String text(JsonNode node, String component) {
        JsonNode value = node.path(component);
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Words::value)
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() || value.isMissingNode()
                ? ""
                : value.isTextual() ? value.textValue() : Words.value(value);
    }

    private Statement statement(String topic, String text, String tone) {
        return new Statement(topic, text, tone, outcome, grounds);
    }
}
