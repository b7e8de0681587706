package dev.keyline.coverage;

import dev.keyline.http.ConflictException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finished plans in memory, the four asked about last: a finished plan never changes, so that none grows stale. */
@Singleton
class SeatedPlans {
    private static final int KEPT = 4;

    private final Jdbi jdbi;
    private final Plans plans;
    private final Map<UUID, SeatedPlan> kept = new LinkedHashMap<>(8, 0.75f, true);

    @Inject
    SeatedPlans(Jdbi jdbi, Plans plans) {
        this.jdbi = jdbi;
        this.plans = plans;
    }

    /**
     * A finished plan; read from the database when it was not asked about lately.
     *
     * @throws ConflictException when the plan is not finished
     */
    SeatedPlan get(UUID id) {
        SeatedPlan found = find(id);
        if (found != null) {
            return found;
        }
        plans.requireFinished(id);
        SeatedPlan read = jdbi.withHandle(handle ->
                new SeatedPlan(id, new SeatedBook(PlanStore.input(handle, id), PlanStore.holders(handle, id))));
        return keep(read);
    }

    private @Nullable SeatedPlan find(UUID id) {
        synchronized (kept) {
            return kept.get(id);
        }
    }

    private SeatedPlan keep(SeatedPlan read) {
        synchronized (kept) {
            kept.putIfAbsent(read.id(), read);
            while (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return read;
        }
    }
}
