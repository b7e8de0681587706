package dev.keyline.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every pointer there is: what was, is and will be in force.
 *
 * @param pointers each policy's in the order of time
 */
record Timeline(List<InForce> pointers) {
    Timeline {
        pointers = List.copyOf(pointers);
    }

    /** By name, of everything that was in force at an instant. */
    Map<String, Integer> versionsAt(Instant asOf) {
        Map<String, Integer> versions = new TreeMap<>();
        pointers.stream()
                .filter(pointer -> !pointer.since().isAfter(asOf))
                .forEach(pointer -> versions.put(pointer.policy(), pointer.version()));
        return versions;
    }

    List<InForce> of(String policy) {
        return pointers.stream()
                .filter(pointer -> pointer.policy().equals(policy))
                .toList();
    }

    /** The one in force at an instant. */
    Optional<InForce> at(String policy, Instant asOf) {
        return of(policy).stream()
                .filter(pointer -> !pointer.since().isAfter(asOf))
                .reduce((earlier, later) -> later);
    }

    /** Those of a policy that come into force later than an instant. */
    List<InForce> after(String policy, Instant instant) {
        return of(policy).stream()
                .filter(pointer -> pointer.since().isAfter(instant))
                .toList();
    }

    /** Instants later than that one at which something comes into force, in order. */
    List<Instant> changesAfter(Instant instant) {
        return pointers.stream()
                .map(InForce::since)
                .filter(since -> since.isAfter(instant))
                .distinct()
                .sorted()
                .toList();
    }
}
