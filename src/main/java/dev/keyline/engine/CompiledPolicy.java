package dev.keyline.engine;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Answers after some facts have been taken back again: rules then withdraw what rested on them. Other policies
     * conclude nothing before they have all facts, and answer from those that are left.
     *
     * @param withdrawn by fact of several elements, those to take back
     */
    default Evaluation evaluate(
            Map<String, ? extends @Nullable Object> facts,
            Map<String, ? extends Collection<?>> withdrawn,
            ZonedDateTime asOf) {
        Map<String, @Nullable Object> left = new HashMap<>(facts);
        withdrawn.forEach((fact, elements) -> left.computeIfPresent(
                fact,
                (name, all) -> ((Collection<?>) all)
                        .stream().filter(element -> !elements.contains(element)).toList()));
        return evaluate(left, asOf);
    }

    /** Answers to many facts under one as-of, in their order. */
    default List<Evaluation> evaluateAll(
            List<? extends Map<String, ? extends @Nullable Object>> facts, ZonedDateTime asOf) {
        return facts.stream().map(one -> evaluate(one, asOf)).toList();
    }

    /**
     * Why the DMN engine itself answers every question, which takes it some hundred times as long as a translation; empty
     * where it answers only those that it has something to say to, and for rules.
     */
    default Optional<String> untranslated() {
        return Optional.empty();
    }

    /** The same policy, which does not work out twice what it was asked under one as-of. */
    default CompiledPolicy remembering() {
        return new Remembering(this);
    }
}
