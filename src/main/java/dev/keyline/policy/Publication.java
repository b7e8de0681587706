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

    /** What edits go on from at an instant, as {@link Policies#last} but as this transaction sees it: numbers by name. */
    public Map<String, Integer> lastAt(Handle handle, Instant instant) {
        return PolicyStore.inForce(handle).lastAt(instant);
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
        versions.forEach(
                (policy, version) -> PolicyStore.putInForce(handle, new InForce(policy, version, from), by, now));
        requireAnswers(timeline, PolicyStore.inForce(handle), from);
        versions.forEach((policy, version) -> audit.record(
                handle,
                by,
                "version put in force",
                "/policies/" + policy,
                Map.of("version", version, "since", from.toString())));
        return from;
    }

    /** Refuses what would not compile from an instant on, or would leave a policy without an outcome that it requires. */
    private void requireAnswers(Timeline before, Timeline after, Instant from) {
        List<Instant> instants = new ArrayList<>(after.changesAfter(from));
        instants.add(0, from);
        for (Instant instant : instants) {
            Map<String, Integer> together = after.versionsAt(instant);
            PolicySet set = compiled(together, instant);
            for (String policy : before.versionsAt(instant).keySet()) {
                List<String> readers = together.containsKey(policy) ? List.of() : set.requiring(policy);
                if (!readers.isEmpty()) {
                    throw new ConflictException("Without " + policy + " these could not decide: "
                            + String.join(", ", readers) + ". Roll them back first, or what was proposed with it"
                            + " as a whole.");
                }
            }
        }
    }

    private PolicySet compiled(Map<String, Integer> together, Instant instant) {
        try {
            return policies.set(together);
        } catch (RejectedTextException | BadCatalogueException | CyclicPoliciesException e) {
            throw new ConflictException(
                    "With what is in force at " + instant + " it does not compile: " + e.getMessage());
        }
    }

    /**
     * Takes publications of a policy back.
     *
     * @throws NotFoundException when there is no such policy or version
     * @throws ConflictException when there is nothing to go back to, that version was never approved, or others could
     *     not answer with it or without it
     */
    public void rollBack(Handle handle, String policy, RollbackTo to, String by) {
        Instant now = now();
        Timeline timeline = PolicyStore.inForce(handle);
        List<InForce> pointers = timeline.of(policy);
        if (pointers.isEmpty()) {
            throw new NotFoundException("policy", policy);
        }
        List<InForce> ahead = timeline.after(policy, now);
        boolean oneStep = to instanceof RollbackTo.TheOneBefore;
        Integer present = timeline.versionsAt(now).get(policy);
        Integer target = oneStep && !ahead.isEmpty() ? present : target(handle, pointers, to, now);
        List<InForce> calledOff = oneStep ? ahead.subList(Math.max(0, ahead.size() - 1), ahead.size()) : ahead;
        if (calledOff.isEmpty() && Objects.equals(target, present)) {
            throw new ConflictException(
                    present == null
                            ? "No version of " + policy + " is in force already."
                            : "Version " + present + " of " + policy + " is in force already.");
        }
        calledOff.forEach(pointer -> PolicyStore.callOff(handle, pointer, by, now));
        if (!Objects.equals(target, present)) {
            PolicyStore.putInForce(handle, new InForce(policy, target, now), by, now);
        }
        requireAnswers(timeline, PolicyStore.inForce(handle), now);
        tell(handle, policy, present, target, calledOff, by);
    }

    private static @Nullable Integer target(Handle handle, List<InForce> pointers, RollbackTo to, Instant now) {
        if (to instanceof RollbackTo.Version version) {
            return approved(handle, pointers, version.number(), now);
        }
        return to instanceof RollbackTo.OutOfForce || pointers.size() == 1
                ? nothing(pointers)
                : pointers.get(pointers.size() - 2).version();
    }

    /** What a policy goes back to from its first version. */
    private static @Nullable Integer nothing(List<InForce> pointers) {
        InForce first = pointers.get(0);
        if (first.since().equals(Instant.MIN)) {
            throw new ConflictException("Version " + first.version() + " of " + first.policy()
                    + ", which a release ships, is in force since ever: there is none before.");
        }
        return null;
    }

    private void tell(
            Handle handle,
            String policy,
            @Nullable Integer before,
            @Nullable Integer after,
            List<InForce> calledOff,
            String by) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("before", before);
        details.put("now", after);
        details.put("calledOff", calledOff.stream().map(InForce::version).toList());
        audit.record(handle, by, "rolled back", "/policies/" + policy, details);
    }

    /**
     * Takes back versions that came into force together: those that lie ahead are called off, else what was in force
     * before each of them is so again, all at one instant. A policy of which none was is out of force then.
     *
     * @param since when they came or will come into force
     * @throws ConflictException when one of them has been superseded since, or others could not answer without them
     */
    public void rollBack(Handle handle, Map<String, Integer> versions, Instant since, String by) {
        Instant now = now();
        Timeline timeline = PolicyStore.inForce(handle);
        List<InForce> published = versions.entrySet().stream()
                .map(version -> new InForce(version.getKey(), version.getValue(), since))
                .toList();
        published.forEach(pointer -> requireNewest(timeline, pointer));
        boolean ahead = since.isAfter(now);
        for (InForce pointer : published) {
            if (ahead) {
                PolicyStore.callOff(handle, pointer, by, now);
            } else {
                Integer before = target(handle, timeline.of(pointer.policy()), new RollbackTo.TheOneBefore(), now);
                PolicyStore.putInForce(handle, new InForce(pointer.policy(), before, now), by, now);
            }
        }
        Timeline after = PolicyStore.inForce(handle);
        requireAnswers(timeline, after, now);
        Map<String, Integer> again = after.versionsAt(now);
        published.forEach(pointer -> tell(
                handle,
                pointer.policy(),
                pointer.version(),
                again.get(pointer.policy()),
                ahead ? List.of(pointer) : List.of(),
                by));
    }

    private static void requireNewest(Timeline timeline, InForce pointer) {
        InForce newest = timeline.of(pointer.policy()).stream()
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (!pointer.equals(newest)) {
            throw new ConflictException("Version " + pointer.version() + " of " + pointer.policy()
                    + " is not the last that was put in force: "
                    + (newest == null
                            ? "it was called off"
                            : newest.version() == null
                                    ? "it was taken out of force"
                                    : "version " + newest.version() + " is")
                    + ". Roll back each policy by itself, or propose what is to be in force.");
        }
    }

    private static Integer approved(Handle handle, List<InForce> pointers, int to, Instant now) {
        String policy = pointers.get(0).policy();
        PolicyVersion version = PolicyStore.version(handle, policy, to)
                .orElseThrow(() -> new NotFoundException("version of policy " + policy, Integer.toString(to)));
        boolean wasInForce = pointers.stream()
                .anyMatch(pointer -> Objects.equals(pointer.version(), to)
                        && !pointer.since().isAfter(now));
        if (!wasInForce && version.origin() != Origin.SHIPPED) {
            throw new ConflictException("Version " + to + " of " + policy + " was never in force: propose it.");
        }
        return to;
    }

    private Instant now() {
        return DraftStore.micros(clock.instant());
    }
}
