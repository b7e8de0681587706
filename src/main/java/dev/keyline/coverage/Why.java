package dev.keyline.coverage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about accounts beside who got them: why a seat is kept for one person, and what else a reader must know. */
final class Why {
    private final Map<AccountDemand, String> managerKept = new HashMap<>();
    private final Map<AccountDemand, String> sponsorKept = new HashMap<>();
    private final Map<AccountDemand, String> notes = new HashMap<>();

    void kept(Seat seat, AccountDemand account, String because) {
        keptBy(seat).put(account, because);
    }

    void note(AccountDemand account, String sentence) {
        notes.merge(account, sentence, (before, more) -> before + " " + more);
    }

    @Nullable
    String note(AccountDemand account) {
        return notes.get(account);
    }

    /** As in "It is pinned to Ann."; empty where several may have the seat. */
    String kept(Seat seat, AccountDemand account) {
        return keptBy(seat).getOrDefault(account, "");
    }

    private Map<AccountDemand, String> keptBy(Seat seat) {
        return seat == Seat.ACCOUNT_MANAGER ? managerKept : sponsorKept;
    }
}
