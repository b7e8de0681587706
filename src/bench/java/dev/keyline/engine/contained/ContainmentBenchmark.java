package dev.keyline.engine.contained;

import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.PolicyText;
import dev.keyline.facts.RuleFacts;
import dev.keyline.http.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What a worker costs against the same policy in this process, how soon hostile models are stopped, and what those who
 * ask other policies meanwhile notice of it. The policy is the shipped account tier.
 */
class ContainmentBenchmark {
    private static final int WARM_UP = 5_000;
    private static final int RUNS = 5_000;
    private static final long PHASE_NANOS = 5_000_000_000L;

    private static final Map<String, String> ATTACKS = Map.of(
            "loop", "count(for i in 1..10000000 return i * i)",
            "cross join", "count(for a in 1..1000, b in 1..1000, c in 1..1000 return a + b + c)",
            "recursion", "{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(60)}.r",
            "regular expression", "matches(\"" + "a".repeat(40) + "!\", \"^(a+)+$\")",
            "doubling text",
                    "{f: function(s, n) if n = 0 then s else f(s + s, n - 1), r: string length(f(\"xxxxxxxx\", 40))}.r");

    private final PolicyText policy = text("account-tier", "dmn/tiering/account-tier.dmn");
    private final PolicyText vocabulary = text("facts", "dmn/facts/facts.dmn");
    private final CompiledPolicy here = new Engine(new RuleFacts()).compile(policy, vocabulary);

    @Test
    void an_evaluation_here_in_a_worker_and_in_batches() {
        try (ContainedEngine contained = Models.engine()) {
            long start = System.nanoTime();
            CompiledPolicy there = contained.compile(policy, vocabulary, Standing.PUBLISHED);
            System.out.printf("worker ready and policy compiled after %.2f s%n", seconds(start));
            System.out.printf("in this process %6.1f µs%n", micros(here));
            System.out.printf("in a worker     %6.1f µs%n", micros(there));
            List<Map<String, Object>> facts = facts(RUNS);
            there.evaluateAll(facts, Models.AS_OF);
            start = System.nanoTime();
            there.evaluateAll(facts, Models.AS_OF);
            System.out.printf("in batches      %6.1f µs%n", seconds(start) * 1e6 / facts.size());
            System.out.printf("resident memory of the worker %d MB%n", residentMegabytes(contained.pids()[0]));
        }
    }

    @Test
    void hostile_models_are_stopped_after() {
        try (ContainedEngine contained = Models.engine()) {
            ATTACKS.forEach((name, feel) -> {
                Models.answer(contained, Models.deciding("harmless", "1"));
                long start = System.nanoTime();
                attack(contained, Models.deciding("hostile", feel));
                System.out.printf("%-20s %.2f s%n", name, seconds(start));
                start = System.nanoTime();
                Models.answer(contained, Models.deciding("harmless", "1"));
                System.out.printf("%-20s %.2f s%n", "  the next answer", seconds(start));
            });
        }
    }

    @Test
    void bystanders_notice() throws InterruptedException {
        try (ContainedEngine contained = Models.engine()) {
            CompiledPolicy there = contained.compile(policy, vocabulary, Standing.PUBLISHED);
            micros(here);
            micros(there);
            bystanders("quiet", there);
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger attacks = new AtomicInteger();
            Thread attacker = new Thread(() -> {
                while (!over.get()) {
                    // another text each time, so that none is quarantined
                    ATTACKS.values().forEach(feel -> attack(
                            contained, Models.deciding("hostile", feel + " + " + attacks.incrementAndGet())));
                }
            });
            attacker.start();
            bystanders("attacked", there);
            over.set(true);
            attacker.join();
            System.out.printf("%d attacks%n", attacks.get());
        }
    }

    private void bystanders(String phase, CompiledPolicy there) {
        print(phase + ", in this process", here);
        print(phase + ", in a worker", there);
    }

    private static void print(String name, CompiledPolicy policy) {
        List<Map<String, Object>> facts = facts(100);
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + PHASE_NANOS;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            policy.evaluate(facts.get(nanos.size() % facts.size()), Models.AS_OF);
            nanos.add(System.nanoTime() - start);
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-28s p50 %6.1f µs  p99 %6.1f µs  p99.9 %7.1f µs  of %d%n",
                name,
                sorted[sorted.length / 2] / 1e3,
                sorted[(int) (sorted.length * 0.99)] / 1e3,
                sorted[(int) (sorted.length * 0.999)] / 1e3,
                sorted.length);
    }

    private static void attack(ContainedEngine contained, PolicyText hostile) {
        try {
            contained.evaluate(List.of(hostile), Models.everything());
        } catch (Refusal e) {
            // stopped, as it should be
        }
    }

    private static double micros(CompiledPolicy policy) {
        List<Map<String, Object>> facts = facts(100);
        for (int i = 0; i < WARM_UP; i++) {
            policy.evaluate(facts.get(i % facts.size()), Models.AS_OF);
        }
        long start = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            policy.evaluate(facts.get(i % facts.size()), Models.AS_OF);
        }
        return seconds(start) * 1e6 / RUNS;
    }

    private static List<Map<String, Object>> facts(int count) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> facts = new HashMap<>();
            for (String score : List.of("revenue", "growth", "alignment", "relationship", "influence")) {
                facts.put(score + "Score", BigDecimal.valueOf((i * 37L) % 101));
            }
            all.add(facts);
        }
        return all;
    }

    private static long residentMegabytes(long pid) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc/" + pid + "/status")).split("\n", -1))
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    >> 10;
        } catch (IOException e) {
            return -1; // not Linux
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static PolicyText text(String id, String path) {
        try {
            return new PolicyText(id, path, Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
