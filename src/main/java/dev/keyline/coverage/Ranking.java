package dev.keyline.coverage;

import dev.keyline.coverage.Option.AlsoMoves;
import dev.keyline.coverage.Shift.Change;
import dev.keyline.terms.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the managers for an account by what giving it to them would do to the plan, everybody else keeping what they hold;
 * where there is no room, with the one account that makes room for the least. No solve.
 */
final class Ranking {
    private static final int FULL_TRIED = 10;
    private static final Comparator<ManagerSeat> HEAVIEST_FIRST =
            Comparator.comparingLong(ManagerSeat::weight).reversed().thenComparingInt(ManagerSeat::id);

    /** Somebody who may hold the account and has room for it, and what that would do. */
    private record Able(Candidate manager, long soft) {}

    private final SeatedBook book;
    private final Holdings holdings;
    private final @Nullable Candidate without;

    /**
     * @param holdings those of the book, or further filled
     * @param without who is not to get anything; null: all may
     */
    Ranking(SeatedBook book, Holdings holdings, @Nullable Candidate without) {
        this.book = book;
        this.holdings = holdings;
        this.without = without;
    }

    /**
     * Whom to give each of several accounts when all have to go at once: the heaviest goes first, and nobody gets more than
     * fits. An account for which nobody is left with room is not named.
     */
    static Map<ManagerSeat, Candidate> proposals(
            SeatedBook book, List<ManagerSeat> seats, @Nullable Candidate without) {
        Holdings filling = book.holdings().copy();
        Ranking ranking = new Ranking(book, filling, without);
        Map<ManagerSeat, Candidate> proposals = new HashMap<>();
        seats.stream().sorted(HEAVIEST_FIRST).forEach(seat -> {
            List<Candidate> able = ranking.able(seat);
            if (!able.isEmpty()) {
                Candidate from = seat.manager();
                if (from != null) {
                    filling.take(seat, from);
                }
                filling.give(seat, able.get(0));
                proposals.put(seat, able.get(0));
            }
        });
        return proposals;
    }

    /** Those who may hold the account and have room for it, but for who has it, the best first. */
    List<Candidate> able(ManagerSeat seat) {
        return eligible(seat)
                .filter(manager -> obstacle(seat, manager) == null)
                .map(manager -> new Able(manager, soft(seat, manager)))
                .sorted(Comparator.comparingLong(Able::soft)
                        .thenComparing(able -> able.manager().name())
                        .thenComparingInt(able -> able.manager().index()))
                .map(Able::manager)
                .toList();
    }

    /** The best options, the best first: those with room, and those where one other account has to move. */
    List<Option> options(ManagerSeat seat, List<Candidate> able, int limit) {
        List<Option> options = new ArrayList<>();
        able.stream().limit(limit).map(manager -> option(seat, manager)).forEach(options::add);
        eligible(seat)
                .filter(manager -> noRoom(seat, manager))
                .sorted(Comparator.comparingLong((Candidate manager) -> soft(seat, manager))
                        .thenComparingInt(Candidate::index))
                .limit(FULL_TRIED)
                .map(manager -> makingRoom(seat, manager))
                .filter(Objects::nonNull)
                .forEach(options::add);
        options.sort(Comparator.comparingLong(Option::points)
                .thenComparing(option -> option.manager().id()));
        return options.stream().limit(limit).toList();
    }

    /** What one manager would be for the account, with whoever makes room where it takes that. */
    Option option(ManagerSeat seat, Candidate manager) {
        if (manager != seat.manager() && noRoom(seat, manager)) {
            Option making = makingRoom(seat, manager);
            if (making != null) {
                return making;
            }
        }
        return option(seat, manager, new Shift(holdings, new Change(seat, manager)), List.of());
    }

    /** Why others cannot have it, those first who only lack room. */
    List<Succession.Unable> unable(ManagerSeat seat) {
        List<Succession.Unable> full = new ArrayList<>();
        List<Succession.Unable> refused = new ArrayList<>();
        for (Candidate other : book.solution().candidates()) {
            if (other.person().kind() != PersonKind.ACCOUNT_MANAGER || other == without || other == seat.manager()) {
                continue;
            }
            String refusal = refusal(seat, other);
            String room = refusal == null ? other.obstacle(holdings.of(other), seat) : null;
            if (refusal != null) {
                refused.add(new Succession.Unable(ref(other), refusal));
            } else if (room != null) {
                full.add(new Succession.Unable(ref(other), "no room: " + room));
            }
        }
        full.addAll(refused);
        return full;
    }

    private Stream<Candidate> eligible(ManagerSeat seat) {
        return book.problem().eligibility().managers(seat.account()).stream()
                .filter(manager -> manager != without && manager != seat.manager());
    }

    private long soft(ManagerSeat seat, Candidate manager) {
        return new Shift(holdings, new Change(seat, manager)).soft();
    }

    private boolean noRoom(ManagerSeat seat, Candidate manager) {
        return refusal(seat, manager) == null && !manager.hasRoom(holdings.of(manager), seat);
    }

    private @Nullable String obstacle(ManagerSeat seat, Candidate manager) {
        String refusal = refusal(seat, manager);
        return refusal == null ? manager.obstacle(holdings.of(manager), seat) : refusal;
    }

    private @Nullable String refusal(ManagerSeat seat, Candidate manager) {
        String refusal = book.problem().eligibility().refusal(manager, Seat.ACCOUNT_MANAGER, seat.account());
        Candidate sponsor = book.sponsorOf(seat);
        return refusal == null && sponsor != null && manager.reportsTo(sponsor)
                ? "%s, the account's sponsor, is the line manager of %s".formatted(sponsor.name(), manager.name())
                : refusal;
    }

    /** The option in which one account that this manager holds goes to whom it costs least; null when none makes room. */
    private @Nullable Option makingRoom(ManagerSeat seat, Candidate manager) {
        Shift best = null;
        Change bestOther = null;
        long least = Long.MAX_VALUE;
        for (ManagerSeat other : book.heldBy(manager)) {
            if (other.only() != null || !manager.hasRoom(holdings.of(manager).without(other, manager), seat)) {
                continue;
            }
            for (Candidate to : book.problem().eligibility().managers(other.account())) {
                if (to == manager || to == without || !roomFor(other, to, seat)) {
                    continue;
                }
                Change change = new Change(other, to);
                Shift shift = new Shift(holdings, new Change(seat, manager), change);
                long soft = shift.soft();
                if (soft < least) {
                    least = soft;
                    best = shift;
                    bestOther = change;
                }
            }
        }
        if (best == null || bestOther == null) {
            return null;
        }
        AccountDemand moved = bestOther.seat().account();
        return option(
                seat,
                manager,
                best,
                List.of(new AlsoMoves(
                        moved.id(), moved.name(), ref(manager), ref(Objects.requireNonNull(bestOther.to())))));
    }

    /** Whether somebody may take the account that makes room, when the one that needs it has left its manager. */
    private boolean roomFor(ManagerSeat other, Candidate to, ManagerSeat leaving) {
        Holding held = holdings.of(to);
        Holding free = to == leaving.manager() ? held.without(leaving, to) : held;
        return to.hasRoom(free, other) && refusal(other, to) == null;
    }

    private Option option(ManagerSeat seat, Candidate manager, Shift shift, List<AlsoMoves> alsoMoves) {
        long soft = shift.soft();
        boolean settled = manager == seat.manager() || !alsoMoves.isEmpty();
        return new Option(
                ref(manager),
                settled ? null : obstacle(seat, manager),
                soft,
                Share.money(soft),
                shift.shares(),
                Points.ofThousandths(shift.heldBy(manager).points()),
                Points.ofThousandths(manager.capacity()),
                alsoMoves);
    }

    static PersonRef ref(Candidate candidate) {
        return new PersonRef(candidate.person().id(), candidate.name());
    }
}
