package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
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

    /** Compiles a policy; empty when it has anything that cannot be counted. */
    public static Optional<DirectPolicy> of(PolicyText policy, PolicyText vocabulary) {
        if (policy.text().length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        FutureTask<DmnPolicy> compilation = new FutureTask<>(() -> DmnPolicy.compile(policy, vocabulary));
        new Thread(null, compilation, "compiling " + policy.id(), STACK).start();
        try {
            return Optional.of(compilation.get()).filter(DmnPolicy::isTame).map(DirectPolicy::new);
        } catch (ExecutionException e) {
            return Optional.empty(); // whoever has compiled it before has said what there is to say
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Answers; null where the engine has something to say, or it takes too much. */
    public @Nullable Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf) {
        return policy.direct(policy.asked(facts), asOf, true);
    }
}
