package dev.keyline.portfolio;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The last line of defence in words: what a row's checks let through and a constraint of the schema did not. */
final class DatabaseRefusal {
    private static final String DATA = "22";
    private static final String NULL = "23502";
    private static final String REFERENCE = "23503";
    private static final String CHECK = "23514";

    private DatabaseRefusal() {}

    /**
     * The reason, without SQL.
     *
     * @throws UnableToExecuteStatementException the same, when it is not the row that is at fault
     */
    static String inWords(UnableToExecuteStatementException e) {
        if (!(e.getCause() instanceof PSQLException refusal) || refusal.getSQLState() == null) {
            throw e;
        }
        ServerErrorMessage message = refusal.getServerErrorMessage();
        String state = refusal.getSQLState();
        if (state.startsWith(DATA)) {
            return "holds a value that cannot be kept";
        }
        return switch (state) {
            case NULL ->
                (message == null ? "a field" : message.getColumn()) + " is required, and nothing is known of it yet";
            case REFERENCE -> "refers to something that is not in the portfolio";
            case CHECK ->
                "contradicts what is known already ("
                        + (message == null
                                ? "check"
                                : String.valueOf(message.getConstraint()).replace('_', ' ')) + ")";
            default -> throw e;
        };
    }
}
