package dev.keyline.brief;

import dev.keyline.casework.Case;
import dev.keyline.casework.CaseClock;
import dev.keyline.decision.Decisions;
import dev.keyline.decision.Grounds;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Open cases as a brief tells them. */
@Singleton
class ToldCases {
    private final Decisions decisions;

    @Inject
    ToldCases(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The worst first, then by what is due next. */
    List<OpenCase> told(Handle handle, List<Case> open) {
        Map<UUID, Grounds> grounds =
                decisions.grounds(handle, open.stream().map(Case::decisionId).toList());
        List<String> owners = open.stream()
                .map(Case::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, String> names = owners.isEmpty() ? Map.of() : Known.names(handle, Entity.PERSON, owners);
        return open.stream()
                .sorted(Comparator.comparing(Case::severity)
                        .thenComparing(ToldCases::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(each -> told(each, names, grounds.get(each.decisionId())))
                .toList();
    }

    private static OpenCase told(Case open, Map<String, String> names, @Nullable Grounds grounds) {
        return new OpenCase(
                open.id(),
                open.kind().word(),
                open.path(),
                open.cause(),
                open.severity().word(),
                open.state().word(),
                open.title(),
                open.reason(),
                open.owner() == null ? null : names.get(open.owner()),
                open.openedAt(),
                dueAt(open),
                open.rung(),
                open.nextUpdateAt(),
                open.closingProposedSince() != null,
                grounds);
    }

    private static @Nullable Instant dueAt(Case open) {
        CaseClock clock = open.clock();
        return clock == null ? null : clock.dueAt();
    }
}
