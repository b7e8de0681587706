package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.decision.Grounds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries for the plan out of what policies concluded. It judges nothing: what a person has to weigh, the
 * likelihood of a risk or the worth of a sale, stays empty. An outcome of another shape proposes nothing.
 */
final class ProposedEntries {
    private final String account;
    private final @Nullable String accountManager;

    ProposedEntries(String account, @Nullable String accountManager) {
        this.account = account;
        this.accountManager = accountManager;
    }

    /** What the outcome of a policy proposes; nothing for policies that propose nothing. */
    List<Proposal> of(Grounds grounds, JsonNode outcome) {
        return switch (grounds.policy()) {
            case "early-warning" -> each(outcome.path("warnings"), warning -> risk(grounds, warning));
            case "expansion-trigger" -> each(outcome.path("triggers"), trigger -> opportunity(grounds, trigger));
            case "business-review" ->
                each(outcome.path("agenda"), item -> agendaItem(grounds, item, outcome.path("dueOn")));
            default -> List.of();
        };
    }

    private interface Reader {
        @Nullable
        Proposal read(JsonNode finding);
    }

    private static List<Proposal> each(JsonNode findings, Reader reader) {
        List<Proposal> proposals = new ArrayList<>();
        findings.forEach(finding -> {
            Proposal proposal = reader.read(finding);
            if (proposal != null
                    && proposals.stream().noneMatch(other -> other.id().equals(proposal.id()))) {
                proposals.add(proposal);
            }
        });
        return proposals;
    }

    private @Nullable Proposal risk(Grounds grounds, JsonNode warning) {
        String sign = warning.path("sign").asText("");
        String evidence = warning.path("evidence").asText("");
        if (sign.isEmpty() || evidence.isEmpty()) {
            return null;
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("risk", evidence).put("state", "open").put("cause", sign);
        if (accountManager != null) {
            entry.put("owner", accountManager);
        }
        return proposal(grounds, "risks", sign, "A risk: " + evidence, entry);
    }

    private @Nullable Proposal opportunity(Grounds grounds, JsonNode trigger) {
        String kind = trigger.path("kind").asText("");
        String reason = trigger.path("reason").asText("");
        if (kind.isEmpty() || reason.isEmpty() || trigger.hasNonNull("held")) {
            return null; // what a gate holds back is no promise to make
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("opportunity", reason).put("kind", kind);
        if (trigger.path("productId").isTextual()) {
            entry.set("productId", trigger.path("productId"));
        }
        date(trigger.path("timing"), entry, "on");
        String cause = trigger.path("cause").asText(kind);
        String product = trigger.path("productId").asText("");
        return new Proposal(
                id(grounds.policy(), kind + " " + cause + " " + product),
                "roadmap",
                cause,
                "An opportunity to " + kind + ": " + reason,
                entry,
                grounds.about(cause));
    }

    private @Nullable Proposal agendaItem(Grounds grounds, JsonNode item, JsonNode dueOn) {
        String part = item.path("part").asText("");
        String what = item.path("item").asText("");
        if (part.isEmpty() || what.isEmpty()) {
            return null;
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("part", part).put("item", what);
        if (item.path("why").isTextual()) {
            entry.set("why", item.path("why"));
        }
        date(dueOn, entry, "reviewOn");
        // the same item is worth taking again for the next review
        String cause = part + ": " + what;
        return new Proposal(
                id(grounds.policy(), cause + " " + entry.path("reviewOn").asText("")),
                "agenda",
                cause,
                "For the next business review: " + what,
                entry,
                grounds);
    }

    private Proposal proposal(Grounds grounds, String section, String cause, String statement, ObjectNode entry) {
        return new Proposal(id(grounds.policy(), cause), section, cause, statement, entry, grounds.about(cause));
    }

    private UUID id(String policy, String cause) {
        return UUID.nameUUIDFromBytes((account + "\n" + policy + "\n" + cause).getBytes(StandardCharsets.UTF_8));
    }

    private static void date(JsonNode value, ObjectNode entry, String field) {
        try {
            if (value.isTextual()) {
                entry.put(field, LocalDate.parse(value.textValue()).toString());
            }
        } catch (DateTimeParseException notADay) {
            // then a person has to say when
        }
    }
}
