package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A policy that nobody vouches for, as far as it can answer in this process without the engine: what that takes is counted,
 * and beyond a few milliseconds there is no answer. The text is to have been compiled elsewhere within limits before: here
 * it is compiled once more, without any.
 */
public final class DirectPolicy {
    /** Characters. Larger ones are compiled for seconds. */
    private static final int LONGEST_TEXT = 300_000;

    /** Bytes of the stack on which the engine compiles, going down operator chains recursively. */
    private static final long STACK = 256L << 20;

    private final DmnPolicy policy;

    private DirectPolicy(DmnPolicy policy) {
        this.policy = policy;
    }

    /** What can or cannot be answered without a worker; the reason is null where it can. */
    public record Attempt(
            @Nullable DirectPolicy policy, @Nullable String reason) {}

    /** Compiles a policy, unless it has anything that cannot be counted. */
    public static Attempt of(PolicyText policy, PolicyText vocabulary) {
        if (policy.text().length() > LONGEST_TEXT) {
            return new Attempt(null, "it is longer than " + LONGEST_TEXT + " characters");
        }
        FutureTask<DmnPolicy> compilation = new FutureTask<>(() -> DmnPolicy.compile(policy, vocabulary));
        new Thread(null, compilation, "compiling " + policy.id(), STACK).start();
        try {
            return of(compilation.get());
        } catch (ExecutionException e) {
            // whoever has compiled it before has said what there is to say
            return new Attempt(null, "it does not compile here: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(null, "the service is stopping");
        }
    }

    private static Attempt of(DmnPolicy compiled) {
        if (compiled.isTame()) {
            return new Attempt(new DirectPolicy(compiled), null);
        }
        return new Attempt(
                null, compiled.untranslated().orElse("it calls a function whose work cannot be counted beforehand"));
    }

    /** Answers; null where the engine has something to say, or it takes too much. */
    public @Nullable Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf) {
        return policy.direct(policy.asked(facts), asOf, true);
    }
}
