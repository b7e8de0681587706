package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ranks who could take over from an account manager who leaves, by a plan's own limits and prices and without a solve:
 * everybody else keeps what they hold.
 */
public final class Successors {
    private static final int ABLE_SHOWN = 10;
    private static final int UNABLE_SHOWN = 20;
    private static final Comparator<ManagerSeat> HEAVIEST_FIRST =
            Comparator.comparingLong(ManagerSeat::weight).reversed().thenComparingInt(ManagerSeat::id);

    private final Limits limits = Defaults.shipped().limits();
    private final LocalDate from;
    private final List<Candidate> others = new ArrayList<>();
    private final List<ManagerSeat> orphaned = new ArrayList<>();
    private final Eligibility eligibility;
    private final Tally tally;

    private Successors(Book book, String leaving, LocalDate from) {
        this.from = from;
        Rates rates = Rates.of(new PlanInput(
                from,
                book.demand(),
                book.people(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                limits,
                Defaults.shipped().weightsWith(Map.of()),
                0,
                Duration.ZERO,
                null));
        Map<String, Candidate> holders = new HashMap<>();
        for (Person person : book.people()) {
            if (person.kind() == PersonKind.ACCOUNT_MANAGER && !person.id().equals(leaving)) {
                Candidate other = new Candidate(others.size(), person, rates, Capacity.of(person, limits, from));
                others.add(other);
                holders.put(person.id(), other);
            }
        }
        Candidate leaver = book.people().stream()
                .filter(person -> person.id().equals(leaving))
                .findFirst()
                .map(person -> new Candidate(others.size(), person, rates, Capacity.of(person, limits, from)))
                .orElse(null);
        this.eligibility = new Eligibility(others, limits);
        this.tally = new Tally(others.size());
        for (AccountDemand account : book.demand()) {
            takeSeat(account, account.accountManager(), leaving, leaver, holders, rates);
        }
    }

    private void takeSeat(
            AccountDemand account,
            @Nullable String manager,
            String leaving,
            @Nullable Candidate leaver,
            Map<String, Candidate> holders,
            Rates rates) {
        if (manager == null) {
            return;
        }
        boolean left = manager.equals(leaving);
        Candidate present = left ? leaver : holders.get(manager);
        ManagerSeat seat = new ManagerSeat(orphaned.size(), account, rates, present, eligibility.managers(account));
        if (left) {
            orphaned.add(seat);
        } else if (present != null) {
            seat.setManager(present);
            tally.add(seat);
        }
    }

    /**
     * By account, who could take it over.
     *
     * @param book of the whole portfolio: what the others hold limits what they can take
     * @param leaving the id of the account manager who leaves
     * @param from the first day without; capacities are those of the month that begins then
     */
    public static Map<String, Succession> of(Book book, String leaving, LocalDate from) {
        return new Successors(book, leaving, from).successions();
    }

    private Map<String, Succession> successions() {
        Map<ManagerSeat, List<Candidate>> able = new LinkedHashMap<>();
        Map<ManagerSeat, List<Succession.Unable>> unable = new LinkedHashMap<>();
        Map<ManagerSeat, List<Succession.Successor>> ranked = new LinkedHashMap<>();
        for (ManagerSeat seat : orphaned) {
            able.put(seat, able(seat));
            unable.put(seat, unable(seat));
            ranked.put(
                    seat,
                    able.get(seat).stream()
                            .limit(ABLE_SHOWN)
                            .map(candidate -> successor(seat, candidate))
                            .toList());
        }
        orphaned.stream().sorted(HEAVIEST_FIRST).forEach(this::propose); // fills the tally: only after the ranking
        Map<String, Succession> successions = new LinkedHashMap<>();
        for (ManagerSeat seat : orphaned) {
            List<Succession.Unable> cannot = Objects.requireNonNull(unable.get(seat));
            successions.put(
                    seat.account().id(),
                    new Succession(
                            seat.manager() == null ? null : ref(seat.manager()),
                            Objects.requireNonNull(ranked.get(seat)),
                            Objects.requireNonNull(able.get(seat)).size(),
                            cannot.stream().limit(UNABLE_SHOWN).toList(),
                            cannot.size(),
                            caution(seat.account())));
        }
        return successions;
    }

    private List<Candidate> able(ManagerSeat seat) {
        return seat.eligible().stream()
                .filter(candidate -> tally.fits(seat, candidate))
                .sorted(Comparator.comparingLong((Candidate candidate) -> price(seat, candidate))
                        .thenComparing(Candidate::name)
                        .thenComparingInt(Candidate::index))
                .toList();
    }

    /** What a plan would pay for it: the move, an industry not known, and the load beside what is held. */
    private long price(ManagerSeat seat, Candidate candidate) {
        Holding held = tally.held(candidate);
        return seat.priceFor(candidate) + candidate.priceFor(held.with(seat, candidate)) - candidate.priceFor(held);
    }

    private Succession.Successor successor(ManagerSeat seat, Candidate candidate) {
        return new Succession.Successor(
                ref(candidate),
                PairPrice.CONTINUITY.of(seat, candidate) + PairPrice.INDUSTRY_MATCH.of(seat, candidate),
                Points.ofThousandths(tally.points(candidate) + seat.pointsWith(candidate)),
                Points.ofThousandths(candidate.capacity()),
                candidate.knowsIndustry(seat.account().industry()),
                candidate.ramping());
    }

    private List<Succession.Unable> unable(ManagerSeat seat) {
        List<Succession.Unable> full = new ArrayList<>();
        List<Succession.Unable> refused = new ArrayList<>();
        for (Candidate other : others) {
            String refusal = eligibility.refusal(other, Seat.ACCOUNT_MANAGER, seat.account());
            if (refusal != null) {
                refused.add(new Succession.Unable(ref(other), refusal));
            } else {
                String obstacle = tally.obstacle(seat, other);
                if (obstacle != null) {
                    full.add(new Succession.Unable(ref(other), "no room: " + obstacle));
                }
            }
        }
        full.addAll(refused);
        return full;
    }

    private void propose(ManagerSeat seat) {
        able(seat).stream().findFirst().ifPresent(best -> {
            seat.setManager(best);
            tally.add(seat);
        });
    }

    private @Nullable String caution(AccountDemand account) {
        String reason = CoverageProblem.whyItStays(account, from, limits.frozenDays());
        return reason == null ? null : "It should keep its manager because " + reason + ", and cannot.";
    }

    private static PersonRef ref(Candidate candidate) {
        return new PersonRef(candidate.person().id(), candidate.name());
    }
}
