package dev.keyline.engine.contained;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.keyline.engine.CompiledPolicy;
import dev.keyline.engine.DirectPolicy;
import dev.keyline.engine.Engine;
import dev.keyline.engine.Finding;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.UnknownDecisionException;
import dev.keyline.engine.contained.Request.Reply;
import dev.keyline.http.InputError;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compiles and evaluates texts that were written by analysts, in processes of their own. Every text passes the
 * {@link Door} first. Safe for many threads; the first call starts a process and takes a second more.
 */
@Singleton
public class ContainedEngine implements AutoCloseable {
    /** Bytes that one call may answer. */
    static final int LONGEST_ANSWER = 4 << 20;

    /** What a compilation may take above an evaluation's budget grows with the text up to this many bytes. */
    private static final double LARGEST = Door.MOST_BYTES;

    /** Another engine may find something else in a text, or another way to take too much. */
    private static final String RELEASE = Engine.release();

    private static final Duration LOOK_FOR_IDLE = Duration.ofSeconds(30);

    /** A service that starts needs its processors for itself. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    private final Duration evaluation;
    private final Duration compilation;
    private final Strikes strikes;
    private final Map<Standing, Lane> lanes = new EnumMap<>(Standing.class);
    private final ScheduledThreadPoolExecutor watch;

    /**
     * Starts nothing yet.
     *
     * @param workers processes at once, of which one is for published texts: at least 2
     * @param memory MB of heap of each
     * @param evaluation computing time of one evaluation
     * @param compilation computing time of checking a text, and of compiling the largest; a small one has that of two
     *     evaluations
     * @param idle after which an unused process of drafts ends
     */
    @Inject
    public ContainedEngine(
            Clock clock,
            @ConfigProperty(name = "keyline.contained.workers", defaultValue = "2") int workers,
            @ConfigProperty(name = "keyline.contained.memory", defaultValue = "192") int memory,
            @ConfigProperty(name = "keyline.contained.evaluation", defaultValue = "PT1.5S") Duration evaluation,
            @ConfigProperty(name = "keyline.contained.compilation", defaultValue = "PT10S") Duration compilation,
            @ConfigProperty(name = "keyline.contained.idle", defaultValue = "PT5M") Duration idle) {
        this.evaluation = evaluation;
        this.compilation = compilation;
        this.strikes = new Strikes(clock);
        this.watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "watching workers");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        lanes.put(Standing.DRAFT, lane(Standing.DRAFT, Math.max(1, workers - 1), memory));
        lanes.put(Standing.PUBLISHED, lane(Standing.PUBLISHED, 1, memory));
        var unused = watch.scheduleWithFixedDelay(
                () -> lane(Standing.DRAFT).endIdle(idle),
                LOOK_FOR_IDLE.toSeconds(),
                LOOK_FOR_IDLE.toSeconds(),
                TimeUnit.SECONDS);
    }

    private Lane lane(Standing standing, int workers, int memory) {
        return new Lane(workers, new WorkerCommand(standing, memory, LONGEST_ANSWER), LONGEST_ANSWER, watch);
    }

    /**
     * Keeps a process ready for published texts from now on: a publication is to answer on every replica within two
     * seconds, and a decision is not to wait for a process.
     */
    public void keepWarm() {
        var unused = watch.schedule(
                () -> lane(Standing.PUBLISHED).keepWarm(), AFTER_START.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Compiles a policy against the vocabulary it imports. What comes back survives the end of processes.
     *
     * @throws RejectedTextException when it is not let in, or is no policy that could answer
     * @throws ModelStoppedException when compiling it takes too much
     */
    public CompiledPolicy compile(PolicyText policy, PolicyText vocabulary, Standing standing) {
        return compile(policy, vocabulary, standing, Descriptions.NONE);
    }

    /**
     * As {@link #compile(PolicyText, PolicyText, Standing)}, without a worker where one has compiled the same before.
     *
     * @param known what workers have found until now
     */
    public CompiledPolicy compile(PolicyText policy, PolicyText vocabulary, Standing standing, Descriptions known) {
        Texts texts = Texts.of(
                Stream.concat(policy.files().stream(), Stream.of(vocabulary)).toList());
        return new ContainedPolicy(
                this, standing, texts, description(texts, standing, known), DirectPolicy.of(policy, vocabulary));
    }

    private Operation.Description description(Texts texts, Standing standing, Descriptions known) {
        String key = texts.key() + " " + RELEASE;
        Optional<String> kept = known.find(key);
        if (kept.isPresent()) {
            return read(tree(kept.get()), new TypeReference<>() {});
        }
        JsonNode found = run(standing, Operation.DESCRIBE, texts, NullNode.getInstance());
        known.keep(key, found.toString());
        return read(found, new TypeReference<>() {});
    }

    /**
     * Answers a question about any models, the first text being the one that is asked.
     *
     * @throws RejectedTextException when a text is not let in, or is no DMN
     * @throws UnknownDecisionException when the question names what the model does not have
     * @throws ModelStoppedException when it takes too much
     */
    public Question.Answer evaluate(List<PolicyText> texts, Question question) {
        JsonNode body = Frames.JSON.valueToTree(Operation.Asked.of(question));
        return read(run(Standing.DRAFT, Operation.ANSWER, Texts.of(texts), body), new TypeReference<>() {});
    }

    /**
     * Everything the engine finds wrong with models by schema, as models and compiled.
     *
     * @throws RejectedTextException when a text is not let in
     * @throws ModelStoppedException when it takes too much
     */
    public List<Finding> problems(List<PolicyText> texts) {
        return read(
                run(Standing.DRAFT, Operation.PROBLEMS, Texts.of(texts), NullNode.getInstance()),
                new TypeReference<>() {});
    }

    /**
     * Of {@link #problems} the errors, in words.
     *
     * @throws RejectedTextException when a text is not let in
     * @throws ModelStoppedException when it takes too much
     */
    public List<String> errors(List<PolicyText> texts) {
        return problems(texts).stream()
                .filter(problem -> problem.severity() == Finding.Severity.ERROR)
                .map(problem -> problem.element() == null ? problem.text() : problem.element() + ": " + problem.text())
                .distinct()
                .toList();
    }

    /**
     * Runs an operation in a worker.
     *
     * @throws RejectedTextException when the worker finds that a text is no model
     * @throws ModelStoppedException when it takes too much, or the worker ends
     * @throws QuarantinedException when that happened with these texts too often
     * @throws BusyException when no worker is free for too long
     */
    public JsonNode run(Standing standing, Operation operation, Texts texts, JsonNode body) {
        strikes.check(texts.key(), texts.path());
        Reply reply;
        try {
            reply = lane(standing).lend(worker -> call(worker, operation, texts, body));
        } catch (WorkerEndedException e) {
            strikes.add(texts.key());
            throw new ModelStoppedException(texts.path(), String.valueOf(e.getMessage()));
        }
        return answer(reply, texts);
    }

    private Reply call(Worker worker, Operation operation, Texts texts, JsonNode body) throws WorkerEndedException {
        Operation preparation = operation.preparation();
        // the engine's validator loads rules of its own for seconds when a process first asks it
        Budget compiling = operation == Operation.PROBLEMS ? new Budget(compilation) : compiling(texts);
        Budget budget = preparation == null ? compiling : new Budget(evaluation);
        Request request = new Request(operation, texts.key(), null, body);
        Reply reply = exchange(worker, request, budget);
        if (reply.missing() && preparation != null) {
            Reply prepared = exchange(
                    worker, new Request(preparation, texts.key(), texts.all(), NullNode.getInstance()), compiling);
            return prepared.succeeded() ? exchange(worker, request, budget) : prepared;
        }
        return reply.missing()
                ? exchange(worker, new Request(operation, texts.key(), texts.all(), body), compiling)
                : reply;
    }

    private Budget compiling(Texts texts) {
        int bytes = texts.all().stream()
                .mapToInt(text -> text.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        double share = Math.min(1, bytes / LARGEST);
        // a process that has not compiled much yet takes twice the time
        Duration least = evaluation.multipliedBy(2);
        return new Budget(
                least.plusMillis(Math.round(share * compilation.minus(least).toMillis())));
    }

    private static Reply exchange(Worker worker, Request request, Budget budget) throws WorkerEndedException {
        try {
            return Frames.JSON.readValue(worker.call(Frames.JSON.writeValueAsBytes(request), budget), Reply.class);
        } catch (IOException e) {
            throw new UncheckedIOException("what a worker answered", e);
        }
    }

    private static JsonNode answer(Reply reply, Texts texts) {
        if (reply.rejected() != null) {
            throw new RejectedTextException(
                    reply.rejected().path(), reply.rejected().problems());
        }
        if (reply.unknown() != null) {
            InputError unknown = reply.unknown();
            throw new UnknownDecisionException(unknown.pointer(), unknown.message());
        }
        if (reply.failed() != null || reply.answer() == null) {
            throw new RejectedTextException(texts.path(), List.of(String.valueOf(reply.failed())));
        }
        return reply.answer();
    }

    private static JsonNode tree(String json) {
        try {
            return Frames.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what a worker was said to have found", e);
        }
    }

    private static <T> T read(JsonNode json, TypeReference<T> type) {
        return Frames.JSON.convertValue(json, type);
    }

    private Lane lane(Standing standing) {
        return Objects.requireNonNull(lanes.get(standing));
    }

    /** The processes there are now. */
    public long[] pids() {
        return lanes.values().stream()
                .flatMapToLong(lane -> Arrays.stream(lane.pids()))
                .toArray();
    }

    @Override
    @PreDestroy
    public void close() {
        watch.shutdownNow();
        lanes.values().forEach(Lane::endAll);
    }
}
