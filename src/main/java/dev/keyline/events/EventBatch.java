package dev.keyline.events;

import dev.keyline.kafka.ReceivedRecord;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Row;
import dev.keyline.portfolio.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the events of one batch: those of one thing in the order they came, all others together. */
final class EventBatch {
    /** References first. */
    private static final List<Entity> ORDER =
            List.of(Entity.ACCOUNT, Entity.USAGE, Entity.SATISFACTION, Entity.TICKET, Entity.SIGNAL);

    private static final Set<Entity> WITH_OWN_ID = Set.of(Entity.TICKET, Entity.SIGNAL);

    private final PortfolioChange change;
    private final Map<ReceivedRecord, String> refused = new LinkedHashMap<>();

    EventBatch(PortfolioChange change) {
        this.change = change;
    }

    /** The events that could not be written, with the reason. */
    Map<ReceivedRecord, String> write(List<Read.Event> events) {
        for (Entity entity : ORDER) {
            List<Read.Event> ofEntity =
                    events.stream().filter(event -> event.entity() == entity).toList();
            if (!ofEntity.isEmpty()) {
                for (List<Read.Event> wave : waves(withAccount(entity, ofEntity))) {
                    writeWave(entity, wave);
                }
            }
        }
        return refused;
    }

    private List<Read.Event> withAccount(Entity entity, List<Read.Event> events) {
        Set<String> ids = events.stream().map(Read.Event::account).collect(Collectors.toSet());
        Set<String> known = Known.among(change.handle(), Entity.ACCOUNT, ids);
        List<Read.Event> kept = new ArrayList<>();
        for (Read.Event event : events) {
            boolean makesIt = entity == Entity.ACCOUNT && event.row().get("name") != null;
            if (makesIt) {
                known.add(event.account());
            }
            if (known.contains(event.account())) {
                kept.add(event);
            } else {
                refused.put(event.from(), "there is no account " + event.account());
            }
        }
        return kept;
    }

    /** One statement takes a thing once: the second event of a thing goes into the second wave. */
    private static List<List<Read.Event>> waves(List<Read.Event> events) {
        Map<List<String>, Integer> seen = new HashMap<>();
        List<List<Read.Event>> waves = new ArrayList<>();
        for (Read.Event event : events) {
            int wave = seen.merge(event.row().key(event.entity()), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        return waves;
    }

    private void writeWave(Entity entity, List<Read.Event> wave) {
        List<Read.Event> own = WITH_OWN_ID.contains(entity) ? ofTheirOwn(entity, wave) : wave;
        // in one order everywhere, so that replicas with the same rows wait rather than lock each other out
        List<Read.Event> sorted = own.stream()
                .sorted(Comparator.comparing(
                        event -> String.join("\n", event.row().key(entity))))
                .toList();
        List<Row> rows = sorted.stream().map(Read.Event::row).toList();
        Written written = change.write(entity, rows);
        written.refused()
                .forEach((place, reason) -> refused.put(sorted.get(place).from(), reason));
    }

    /** Leaves out what has an id that another account's thing has: it would change hands. */
    private List<Read.Event> ofTheirOwn(Entity entity, List<Read.Event> events) {
        Set<String> ids =
                events.stream().map(event -> (String) event.row().get("id")).collect(Collectors.toSet());
        Map<String, String> owners = Known.owners(change.handle(), entity, ids);
        List<Read.Event> own = new ArrayList<>();
        for (Read.Event event : events) {
            String owner = owners.getOrDefault((String) event.row().get("id"), event.account());
            if (owner.equals(event.account())) {
                own.add(event);
            } else {
                refused.put(
                        event.from(),
                        entity.spoken() + " " + event.row().get("id") + " is one of account " + owner + " already");
            }
        }
        return own;
    }
}
