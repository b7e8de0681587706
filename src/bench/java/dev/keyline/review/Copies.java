package dev.keyline.review;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Copies of every account with everything known of it, for a portfolio larger than the sample. */
public final class Copies {
    /** Tables of an account's records, parents first. */
    private static final List<String> TABLES = List.of(
            "account",
            "assignment",
            "contact",
            "contract",
            "entitlement",
            "opportunity",
            "usage_reading",
            "satisfaction_reading",
            "ticket",
            "signal");

    private Copies() {}

    static void make(Jdbi jdbi, int copies) {
        make(jdbi, TABLES, copies);
    }

    /**
     * Copies the accounts' rows of some tables.
     *
     * @param tables parents first
     */
    public static void make(Jdbi jdbi, List<String> tables, int copies) {
        jdbi.useTransaction(handle -> {
            // what is copied refers to what is copied, and nobody needs it after a crash
            handle.execute("set local session_replication_role = replica");
            handle.execute("set local synchronous_commit = off");
            for (String table : tables) {
                List<String> columns = columns(handle, table);
                String names = String.join(", ", columns);
                String values = columns.stream()
                        .map(column -> isOwnId(column) ? column + " || '-' || n" : column)
                        .collect(Collectors.joining(", "));
                handle.execute("insert into " + table + " (" + names + ") select " + values + " from " + table
                        + ", generate_series(1, " + copies + ") n");
            }
        });
        jdbi.useHandle(handle -> handle.execute("analyze"));
    }

    private static boolean isOwnId(String column) {
        return column.equals("account_id") || column.equals("id");
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("select column_name from information_schema.columns where table_name = :table")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }
}
