package dev.keyline.policy;

import dev.keyline.decision.Evaluator;
import dev.keyline.engine.PolicyText;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * What 1,000 publications leave behind in the service: heap and metaspace that are still in use after collections. Each
 * version differs from the one before, comes into force and answers once.
 */
@QuarkusTest
class PublicationsBenchmark {
    /** Until then classes are still being loaded and caches filled. */
    private static final int WARM_UP = 100;

    private static final int PUBLICATIONS = Integer.getInteger("publications", 1000);

    @Inject
    Jdbi jdbi;

    @Inject
    Policies policies;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private int published;

    @Test
    void a_thousand_publications() {
        ShippedOnly.restore(jdbi, policies);
        publish(WARM_UP);
        Memory before = Memory.now();
        long start = System.nanoTime();
        publish(PUBLICATIONS);
        double seconds = (System.nanoTime() - start) / 1e9;
        Memory after = Memory.now();
        ShippedOnly.restore(jdbi, policies);
        System.out.printf(
                "%d publications in %.1f s: heap %.1f -> %.1f MB (%+.1f), metaspace %.1f -> %.1f MB (%+.1f)%n",
                PUBLICATIONS,
                seconds,
                before.heap(),
                after.heap(),
                after.heap() - before.heap(),
                before.metaspace(),
                after.metaspace(),
                after.metaspace() - before.metaspace());
    }

    private void publish(int times) {
        PolicyVersion shipped = policies.version("engagement-model", 1);
        for (int i = 0; i < times; i++) {
            String text = shipped.text()
                    .replaceFirst("(care-tier-1-out-1\">\\s*<text>)[0-9]+", "$1" + (13 + ++published));
            Draft draft = new Draft(
                    "engagement-model",
                    "analyst",
                    List.of(new PolicyText("engagement-model", shipped.path(), text)),
                    1,
                    null,
                    published,
                    clock.instant(),
                    null);
            int number = jdbi.inTransaction(handle -> publication.freeze(handle, draft, "reviews a year"));
            jdbi.useTransaction(
                    handle -> publication.putInForce(handle, Map.of("engagement-model", number), null, "approver"));
            policies.reload();
            PolicySet set = policies.at(clock.instant());
            new Evaluator(set)
                    .evaluate(
                            List.of(set.find("engagement-model").orElseThrow()),
                            Map.of("tier", "Tier 1"),
                            clock.instant().atZone(ZoneOffset.UTC));
        }
    }

    /** MB in use. */
    private record Memory(double heap, double metaspace) {
        static Memory now() {
            for (int i = 0; i < 3; i++) { // weakly held policies take a collection, what they hold the next
                System.gc();
            }
            double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToDouble(pool -> pool.getUsage().getUsed())
                    .sum();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Memory(heap / 1e6, metaspace / 1e6);
        }
    }
}
