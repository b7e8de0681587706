package dev.keyline.acceptance;

import dev.keyline.coverage.FrozenMove;
import dev.keyline.coverage.PersonRef;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Moves near a renewal or in a negotiation, held against the vice presidents who have approved them. */
final class Approvals {
    private static final int NAMED = 5;

    private Approvals() {}

    /**
     * Refuses an acceptance that somebody still has to approve.
     *
     * @param approvedBy ids of people
     * @throws BadInputException naming the entries that are no vice presidents
     * @throws ConflictException saying which moves need whose approval
     */
    static void require(Handle handle, List<FrozenMove> moves, List<String> approvedBy) {
        Set<String> vicePresidents = handle.createQuery("select id from person where level >= 4")
                .mapTo(String.class)
                .set();
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < approvedBy.size(); i++) {
            if (!vicePresidents.contains(approvedBy.get(i))) {
                errors.add(new InputError(
                        "/approvedBy/" + i, approvedBy.get(i) + " is nobody of the portfolio of level 4 or above"));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        List<FrozenMove> open =
                moves.stream().filter(move -> !isApproved(move, approvedBy)).toList();
        if (!open.isEmpty()) {
            String named = open.stream()
                    .limit(NAMED)
                    .map(move -> "%s moves to %s although %s, which %s approves"
                            .formatted(move.accountName(), move.to().name(), move.reason(), who(move.vicePresident())))
                    .collect(Collectors.joining("; "));
            throw new ConflictException(named
                    + (open.size() > NAMED ? "; and " + (open.size() - NAMED) + " more" : "")
                    + ". Name in approvedBy who has approved.");
        }
    }

    private static boolean isApproved(FrozenMove move, List<String> approvedBy) {
        PersonRef needed = move.vicePresident();
        return needed == null ? !approvedBy.isEmpty() : approvedBy.contains(needed.id());
    }

    private static String who(@Nullable PersonRef vicePresident) {
        return vicePresident == null ? "a vice president" : vicePresident.name() + " (" + vicePresident.id() + ")";
    }
}
