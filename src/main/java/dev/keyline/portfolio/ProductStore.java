package dev.keyline.portfolio;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads products. */
public final class ProductStore {
    private ProductStore() {}

    /** Products by id, from after one. */
    public static List<Product> page(Handle handle, @Nullable String after, int limit) {
        return handle.createQuery("""
                        select * from product where cast(:after as text) is null or id > :after
                        order by id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Product.class))
                .list();
    }

    public static Optional<Product> find(Handle handle, String id) {
        return handle.createQuery("select * from product where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Product.class))
                .findOne();
    }
}
