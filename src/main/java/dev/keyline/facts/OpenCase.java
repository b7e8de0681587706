package dev.keyline.facts;

import java.time.Instant;

/**
 * A case that is open on the account, as it stands now.
 *
 * @param kind {@code escalation}, {@code warning}, {@code playbook}, {@code expansion} or {@code renewal}
 * @param path {@code technical}, {@code commercial} or {@code relationship}
 * @param cause what opened it
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param state {@code open}, {@code acknowledged} or {@code de-escalated}
 * @param openedAt when it was opened
 */
public record OpenCase(String kind, String path, String cause, String severity, String state, Instant openedAt) {

    /** Whether somebody still has to answer it: one that was de-escalated only waits for its end. */
    public boolean isLive() {
        return !state.equals("de-escalated");
    }

    /** Of two cases that were opened together the name decides, the same every time. */
    public boolean isOlderThan(OpenCase other) {
        int order = openedAt.compareTo(other.openedAt);
        return order < 0 || (order == 0 && cause.compareTo(other.cause) < 0);
    }
}
