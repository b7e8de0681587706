package dev.keyline.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which accounts' facts a change may alter. */
final class Touched {
    private static final String BY_PERSON = "select distinct account_id from assignment where person_id = any(:owners)";
    private static final String BY_GROUP = "select id from account where group_id = any(:owners)";
    private static final String BY_CURRENCY = """
            select id from account where turnover_currency = any(:owners)
            union select account_id from contract where currency = any(:owners)
            union select account_id from opportunity where currency = any(:owners)
            """;
    // how much of what we sell an account has not bought yet is a fact of every account
    private static final String EVERY = "select id from account where cardinality(:owners) > 0";

    private static final Set<Entity> PART_OF_THE_ACCOUNT = Set.of(
            Entity.ASSIGNMENT,
            Entity.TIER_OVERRIDE,
            Entity.CONTACT,
            Entity.CONTRACT,
            Entity.ENTITLEMENT,
            Entity.OPPORTUNITY);

    private Touched() {}

    static Collection<String> accounts(Handle handle, Entity entity, Set<String> owners) {
        return switch (entity) {
            case ATTRIBUTE_DEFINITION, LEAVE -> List.of();
            case PERSON -> accounts(handle, BY_PERSON, owners);
            case ACCOUNT_GROUP -> accounts(handle, BY_GROUP, owners);
            case EXCHANGE_RATE -> accounts(handle, BY_CURRENCY, owners);
            case PRODUCT -> accounts(handle, EVERY, owners);
            default -> owners;
        };
    }

    private static List<String> accounts(Handle handle, String sql, Set<String> owners) {
        return handle.createQuery(sql)
                .bindArray("owners", String.class, owners.toArray())
                .mapTo(String.class)
                .list();
    }

    /** Whether it stands in the account's own document, so that its change is one of the document's. */
    static boolean isPartOfTheAccount(Entity entity) {
        return PART_OF_THE_ACCOUNT.contains(entity);
    }
}
