package dev.keyline.accountplan;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of the plan, named as in the document.
 *
 * @param entryType what its entries are, or what it is itself when it is no list
 */
public record Section(String name, boolean isList, Class<? extends Record> entryType) {
    static final List<Section> ALL = Arrays.stream(PlanDocument.class.getRecordComponents())
            .map(Section::of)
            .toList();

    private static final List<String> LABELS =
            List.of("name", "statement", "what", "risk", "opportunity", "item", "heldOn", "contactId");

    /** The section of that name; empty when a plan has none such. */
    public static Optional<Section> named(String name) {
        return ALL.stream().filter(section -> section.name().equals(name)).findFirst();
    }

    /** The field that tells a reader which entry is meant. */
    String label() {
        List<String> fields = Arrays.stream(entryType.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return LABELS.stream().filter(fields::contains).findFirst().orElse("id");
    }

    private static Section of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean isList = type instanceof ParameterizedType;
        Type entry = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return new Section(component.getName(), isList, ((Class<?>) entry).asSubclass(Record.class));
    }
}
