package dev.keyline.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads people and the days they are away. */
public final class PersonStore {
    private PersonStore() {}

    /** Where a person stands in the list. */
    public record Place(String name, String id) {}

    /**
     * People by name.
     *
     * @param kind account-manager or executive; null: both
     */
    public static List<Person> page(Handle handle, Optional<Place> after, @Nullable String kind, int limit) {
        return handle.createQuery("""
                        select * from person
                        where (cast(:name as text) is null or (name, id) > (:name, :id))
                          and (cast(:kind as text) is null or kind = :kind)
                        order by name, id limit :limit
                        """)
                .bind("name", after.map(Place::name).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("kind", kind)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Person.class))
                .list();
    }

    public static Optional<Person> find(Handle handle, String id) {
        return person(handle, id, "select * from person where id = :id");
    }

    /** A person whom nobody else changes until the transaction ends. */
    public static Optional<Person> lock(Handle handle, String id) {
        return person(handle, id, "select * from person where id = :id for no key update");
    }

    private static Optional<Person> person(Handle handle, String id, String sql) {
        return handle.createQuery(sql)
                .bind("id", id)
                .map(ConstructorMapper.of(Person.class))
                .findOne();
    }

    public static List<Leave> leave(Handle handle, String person) {
        return handle.createQuery("select from_day, to_day from leave where person_id = :person order by from_day")
                .bind("person", person)
                .map(ConstructorMapper.of(Leave.class))
                .list();
    }

    /** Takes back every leave but those that begin on the days of {@code kept}. */
    public static int removeOtherLeave(Handle handle, String person, Collection<LocalDate> kept) {
        return handle.createUpdate(
                        "delete from leave where person_id = :person and from_day <> all(cast(:kept as date[]))")
                .bind("person", person)
                .bindArray(
                        "kept",
                        String.class,
                        kept.stream().map(LocalDate::toString).toArray())
                .execute();
    }

    /** Counts as a change of the person: what is away belongs to the document. */
    public static void touch(Handle handle, String person) {
        handle.createUpdate("update person set updated_at = now() where id = :person")
                .bind("person", person)
                .execute();
    }
}
