package dev.keyline.portfolio;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads what belongs to an account: contacts, contracts, entitlements, opportunities, tickets, signals. */
public final class RecordStore {
    private RecordStore() {}

    public static List<Contact> contacts(Handle handle, String account) {
        return list(
                handle, account, Contact.class, "select * from contact where account_id = :account order by name, id");
    }

    /** The last to end comes first. */
    public static List<Contract> contracts(Handle handle, String account) {
        return list(
                handle,
                account,
                Contract.class,
                "select * from contract where account_id = :account order by ends_on desc, id");
    }

    public static List<Entitlement> entitlements(Handle handle, String account) {
        return list(
                handle,
                account,
                Entitlement.class,
                "select * from entitlement where account_id = :account order by product_id, id");
    }

    /** The newest first. */
    public static List<Opportunity> opportunities(Handle handle, String account) {
        return list(
                handle,
                account,
                Opportunity.class,
                "select * from opportunity where account_id = :account order by opened_on desc, id");
    }

    /** Tickets that are still open, the newest first. */
    public static List<Ticket> openTickets(Handle handle, String account) {
        return list(handle, account, Ticket.class, """
                select * from ticket where account_id = :account and closed_at is null order by opened_at desc, id
                """);
    }

    /** Signals that were not withdrawn, the newest first. */
    public static List<Signal> signals(Handle handle, String account) {
        return list(handle, account, Signal.class, """
                select * from signal where account_id = :account and withdrawn_at is null order by occurred_at desc, id
                """);
    }

    /** One signal, withdrawn or not; empty list when the account has none of that id. */
    public static List<Signal> signal(Handle handle, String account, String id) {
        return handle.createQuery("select * from signal where account_id = :account and id = :id")
                .bind("account", account)
                .bind("id", id)
                .map(ConstructorMapper.of(Signal.class))
                .list();
    }

    private static <T> List<T> list(Handle handle, String account, Class<T> type, String sql) {
        return handle.createQuery(sql)
                .bind("account", account)
                .map(ConstructorMapper.of(type))
                .list();
    }
}
