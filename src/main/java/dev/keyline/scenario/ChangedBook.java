package dev.keyline.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Book;
import dev.keyline.coverage.Person;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.http.JsonFault;
import dev.keyline.impact.Impacts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies changes to a book. */
@Singleton
public class ChangedBook {
    private final Impacts impacts;
    private final ObjectMapper mapper;

    @Inject
    ChangedBook(Impacts impacts, ObjectMapper mapper) {
        this.impacts = impacts;
        this.mapper = mapper;
    }

    /**
     * The book with the changes: first what an impact asks, then what is named.
     *
     * @throws BadInputException naming every change that cannot be made
     * @throws dev.keyline.http.NotFoundException when there is no such impact
     * @throws dev.keyline.http.ConflictException when the impact is not finished
     */
    public Book of(Book book, @Nullable Changes changes) {
        if (changes == null) {
            return book;
        }
        Book asked = changes.impact() == null ? book : book.with(impacts.careAfter(changes.impact()));
        List<InputError> errors = new ArrayList<>();
        List<Person> people = new Edit<>("/changes/people", "/changes/withoutPeople", Person.class, errors)
                .of(asked.people(), Person::id, changes.people(), changes.withoutPeople());
        List<AccountDemand> demand = new Edit<>(
                        "/changes/demand", "/changes/withoutAccounts", AccountDemand.class, errors)
                .of(asked.demand(), AccountDemand::id, changes.demand(), changes.withoutAccounts());
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return new Book(demand, people, asked.pins(), asked.policies());
    }

    private final class Edit<T> {
        private final String changed;
        private final String without;
        private final Class<T> type;
        private final List<InputError> errors;

        Edit(String changed, String without, Class<T> type, List<InputError> errors) {
            this.changed = changed;
            this.without = without;
            this.type = type;
            this.errors = errors;
        }

        List<T> of(
                List<T> present,
                Function<T, String> id,
                @Nullable List<Map<String, @Nullable Object>> changes,
                @Nullable List<String> removed) {
            Map<String, T> byId = new LinkedHashMap<>();
            present.forEach(row -> byId.put(id.apply(row), row));
            List<String> gone = Objects.requireNonNullElse(removed, List.of());
            for (int i = 0; i < gone.size(); i++) {
                if (byId.remove(gone.get(i)) == null) {
                    errors.add(new InputError(without + "/" + i, gone.get(i) + " is not there to be left out"));
                }
            }
            List<Map<String, @Nullable Object>> rows = Objects.requireNonNullElse(changes, List.of());
            for (int i = 0; i < rows.size(); i++) {
                change(byId, rows.get(i), changed + "/" + i);
            }
            return List.copyOf(byId.values());
        }

        private void change(Map<String, T> byId, Map<String, @Nullable Object> row, String pointer) {
            if (!(row.get("id") instanceof String id)) {
                errors.add(new InputError(pointer + "/id", "must be a text: whom this is about"));
                return;
            }
            T before = byId.get(id);
            ObjectNode node = before == null ? mapper.createObjectNode() : mapper.valueToTree(before);
            node.setAll(mapper.<ObjectNode>valueToTree(row));
            try {
                byId.put(id, mapper.treeToValue(node, type));
            } catch (JsonProcessingException e) {
                errors.add(JsonFault.describe(pointer, e));
            }
        }
    }
}
