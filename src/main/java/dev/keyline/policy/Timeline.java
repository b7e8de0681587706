package dev.keyline.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        until(asOf).forEach(pointer -> {
            if (pointer.version() == null) {
                versions.remove(pointer.policy());
            } else {
                versions.put(pointer.policy(), pointer.version());
            }
        });
        return versions;
    }

    /** By name, what is in force at an instant, or was last where nothing is any more: what an edit goes on from. */
    Map<String, Integer> lastAt(Instant asOf) {
        Map<String, Integer> versions = new TreeMap<>();
        until(asOf).forEach(pointer -> {
            if (pointer.version() != null) {
                versions.put(pointer.policy(), pointer.version());
            }
        });
        return versions;
    }

    private Stream<InForce> until(Instant asOf) {
        return pointers.stream().filter(pointer -> !pointer.since().isAfter(asOf));
    }

    List<InForce> of(String policy) {
        return pointers.stream()
                .filter(pointer -> pointer.policy().equals(policy))
                .toList();
    }

    /** The one that holds at an instant; it may say that nothing is in force. */
    Optional<InForce> at(String policy, Instant asOf) {
        return until(asOf).filter(pointer -> pointer.policy().equals(policy)).reduce((earlier, later) -> later);
    }

    /** Those of a policy that come into force later than an instant. */
    List<InForce> after(String policy, Instant instant) {
        return of(policy).stream()
                .filter(pointer -> pointer.since().isAfter(instant))
                .toList();
    }

    /** Instants later than that one at which something changes, in order. */
    List<Instant> changesAfter(Instant instant) {
        return pointers.stream()
                .map(InForce::since)
                .filter(since -> since.isAfter(instant))
                .distinct()
                .sorted()
                .toList();
    }
}
