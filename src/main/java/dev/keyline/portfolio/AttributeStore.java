package dev.keyline.portfolio;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads which custom attributes there are. */
public final class AttributeStore {
    private AttributeStore() {}

    public static List<AttributeDefinition> all(Handle handle) {
        return handle.createQuery("select * from attribute_definition order by name")
                .map(ConstructorMapper.of(AttributeDefinition.class))
                .list();
    }

    public static Optional<AttributeDefinition> find(Handle handle, String name) {
        return handle.createQuery("select * from attribute_definition where name = :name")
                .bind("name", name)
                .map(ConstructorMapper.of(AttributeDefinition.class))
                .findOne();
    }

    /** Whether any account has it. */
    public static boolean isUsed(Handle handle, String name) {
        return handle.createQuery("select exists (select 1 from account where jsonb_exists(attributes, :name))")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }
}
