package dev.keyline.policy;

import dev.keyline.audit.Audit;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.facts.BadCatalogueException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Brings versions into force, from now or a later instant on and never from an earlier one, and takes them back. It works
 * in its caller's transaction; {@link Policies#reload()} after the commit spares this replica the wait for the news.
 */
@Singleton
public class Publication {
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Publication(Policies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** One who publishes at a time, until the transaction ends. */
    public void lock(Handle handle) {
        PolicyStore.lock(handle);
    }

    /** Makes a draft a version that never changes, in force by nobody's word yet; returns its number. */
    public int freeze(Handle handle, Draft draft, String message) {
        return PolicyStore.insert(handle, NewVersion.edited(draft, message), now());
    }

    /** What would be in force at an instant, as this transaction sees it: numbers by name. */
    public Map<String, Integer> versionsAt(Handle handle, Instant instant) {
        return PolicyStore.inForce(handle).versionsAt(instant);
    }

    /**
     * Brings versions into force together.
     *
     * @param since null: from now on
     * @return the instant
     * @throws BackDatedException when it is over
     * @throws ConflictException when another version of one of them is to come later, or they do not compile with the
     *     others that are or will be in force
     */
    public Instant putInForce(Handle handle, Map<String, Integer> versions, @Nullable Instant since, String by) {
        Instant now = now();
        Instant from = since == null ? now : DraftStore.micros(since);
        BackDatedException.refuse(from, now);
        Timeline timeline = PolicyStore.inForce(handle);
        versions.forEach((policy, version) -> timeline.after(policy, from).stream()
                .findFirst()
                .ifPresent(later -> {
                    throw new ConflictException("Version " + later.version() + " of " + policy + " comes into force at "
                            + later.since() + " and would take this one back. Roll it back first, or begin from it.");
                }));
        requireCompiles(timeline, versions, from);
        versions.forEach((policy, version) -> {
            PolicyStore.putInForce(handle, new InForce(policy, version, from), by, now);
            audit.record(
                    handle,
                    by,
                    "version put in force",
                    "/policies/" + policy,
                    Map.of("version", version, "since", from.toString()));
        });
        return from;
    }

    private void requireCompiles(Timeline timeline, Map<String, Integer> versions, Instant from) {
        List<Instant> instants = new ArrayList<>(timeline.changesAfter(from));
        instants.add(0, from);
        for (Instant instant : instants) {
            Map<String, Integer> together = new TreeMap<>(timeline.versionsAt(instant));
            together.putAll(versions);
            try {
                policies.set(together);
            } catch (RejectedTextException | BadCatalogueException | CyclicPoliciesException e) {
                throw new ConflictException(
                        "With what is in force at " + instant + " it does not compile: " + e.getMessage());
            }
        }
    }

    /**
     * Takes back the newest publication of a policy: one that lies ahead is called off, else the version before comes
     * into force again.
     *
     * @param to the version to go back to instead, one that was in force or that a release has shipped; all that lies
     *     ahead is called off with it
     * @throws NotFoundException when there is no such policy or version
     * @throws ConflictException when there is nothing to go back to, or that version was never approved
     */
    public void rollBack(Handle handle, String policy, @Nullable Integer to, String by) {
        Instant now = now();
        Timeline timeline = PolicyStore.inForce(handle);
        List<InForce> pointers = timeline.of(policy);
        if (pointers.isEmpty()) {
            throw new NotFoundException("policy", policy);
        }
        List<InForce> ahead = timeline.after(policy, now);
        Integer present = timeline.at(policy, now).map(InForce::version).orElse(null);
        Integer target = to != null
                ? approved(handle, pointers, policy, to, now)
                : ahead.isEmpty()
                        ? before(policy, pointers)
                        : present; // the newest is called off, what is in force stays
        List<InForce> calledOff = to == null ? ahead.subList(Math.max(0, ahead.size() - 1), ahead.size()) : ahead;
        calledOff.forEach(pointer -> PolicyStore.callOff(handle, pointer, by, now));
        boolean goesBack = (to != null || ahead.isEmpty()) && !Objects.equals(target, present);
        if (goesBack) {
            Map<String, Integer> versions = Map.of(policy, Objects.requireNonNull(target));
            Timeline after = PolicyStore.inForce(handle);
            requireCompiles(after, versions, now);
            PolicyStore.putInForce(handle, new InForce(policy, target, now), by, now);
        } else if (calledOff.isEmpty()) {
            throw new ConflictException("Version " + present + " of " + policy + " is in force already.");
        }
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("before", present);
        details.put("now", goesBack ? target : present);
        details.put("calledOff", calledOff.stream().map(InForce::version).toList());
        audit.record(handle, by, "rolled back", "/policies/" + policy, details);
    }

    /**
     * Takes back versions that came into force together: those that lie ahead are called off, else the versions before
     * them come into force again, all at one instant.
     *
     * @param since when they came or will come into force
     * @throws ConflictException when one of them has been superseded since, or was the first of its policy
     */
    public void rollBack(Handle handle, Map<String, Integer> versions, Instant since, String by) {
        Instant now = now();
        Timeline timeline = PolicyStore.inForce(handle);
        List<InForce> published = versions.entrySet().stream()
                .map(version -> new InForce(version.getKey(), version.getValue(), since))
                .toList();
        published.forEach(pointer -> requireNewest(timeline, pointer));
        Map<String, Integer> again = new TreeMap<>();
        if (since.isAfter(now)) {
            published.forEach(pointer -> PolicyStore.callOff(handle, pointer, by, now));
        } else {
            versions.keySet().forEach(policy -> again.put(policy, before(policy, timeline.of(policy))));
        }
        requireCompiles(PolicyStore.inForce(handle), again, now);
        again.forEach((policy, version) -> PolicyStore.putInForce(handle, new InForce(policy, version, now), by, now));
        published.forEach(pointer -> {
            Map<String, @Nullable Object> details = new LinkedHashMap<>();
            details.put("before", pointer.version());
            details.put(
                    "now",
                    again.getOrDefault(
                            pointer.policy(), timeline.versionsAt(now).get(pointer.policy())));
            details.put("calledOff", again.isEmpty() ? List.of(pointer.version()) : List.of());
            audit.record(handle, by, "rolled back", "/policies/" + pointer.policy(), details);
        });
    }

    private static void requireNewest(Timeline timeline, InForce pointer) {
        InForce newest = timeline.of(pointer.policy()).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (!pointer.equals(newest)) {
            throw new ConflictException("Version " + pointer.version() + " of " + pointer.policy()
                    + " is not the last that was put in force: "
                    + (newest == null ? "it was called off" : "version " + newest.version() + " is")
                    + ". Roll back each policy by itself, or propose what is to be in force.");
        }
    }

    private static Integer before(String policy, List<InForce> pointers) {
        if (pointers.size() == 1) {
            throw new ConflictException("Version " + pointers.get(0).version() + " of " + policy
                    + " is the first that was ever in force: there is none before.");
        }
        return pointers.get(pointers.size() - 2).version();
    }

    private static Integer approved(Handle handle, List<InForce> pointers, String policy, int to, Instant now) {
        PolicyVersion version = PolicyStore.version(handle, policy, to)
                .orElseThrow(() -> new NotFoundException("version of policy " + policy, Integer.toString(to)));
        boolean wasInForce = pointers.stream()
                .anyMatch(pointer -> pointer.version() == to && !pointer.since().isAfter(now));
        if (!wasInForce && version.origin() != Origin.SHIPPED) {
            throw new ConflictException("Version " + to + " of " + policy + " was never in force: propose it.");
        }
        return to;
    }

    private Instant now() {
        return DraftStore.micros(clock.instant());
    }
}
