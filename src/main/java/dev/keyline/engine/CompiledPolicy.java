package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy ready to answer; safe to share between threads. */
public interface CompiledPolicy {
    String id();

    /** Names of the facts it asks for. */
    Set<String> facts();

    /** Every row or rule it has, in the order of its text. */
    List<RowHit> rows();

    /**
     * Answers from facts. It has no other source and leaves nothing behind.
     *
     * @param facts values as FEEL has them: text, {@code BigDecimal}, booleans, {@code LocalDate}, date-times, lists, maps
     * @param asOf what {@code today()} and {@code now()} return
     */
    Evaluation evaluate(Map<String, ? extends @Nullable Object> facts, ZonedDateTime asOf);

    /** Answers several questions from one as-of, in their order. */
    default List<Evaluation> evaluateAll(
            List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        return facts.stream().map(each -> evaluate(each, asOf)).toList();
    }

    /** The same policy, which does not work out twice what it was asked under one as-of. */
    default CompiledPolicy remembering() {
        return new Remembering(this);
    }
}
