package dev.keyline.facts;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What several records say, in their order, each thing once: rules collect without order and without types. */
final class Sentences {
    private Sentences() {}

    static <T extends Comparable<T>> String of(Iterable<?> records, Class<T> type, Function<T, String> sentence) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(type::cast)
                .sorted()
                .map(sentence)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
