package dev.keyline.coverage;

import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan's input as seats and candidates, with what is decided before the solver begins: pins and accounts that stay. */
final class CoverageProblem {
    private static final Comparator<ManagerSeat> HEAVIEST_FIRST =
            Comparator.comparingLong(ManagerSeat::weight).reversed().thenComparingInt(ManagerSeat::id);

    private final PlanInput input;
    private final Rates rates;
    private final Map<String, Candidate> people = new LinkedHashMap<>();
    private final List<ManagerSeat> managerSeats = new ArrayList<>();
    private final List<SponsorSeat> sponsorSeats = new ArrayList<>();
    private final Map<String, ManagerSeat> managerSeatOf = new HashMap<>();
    private final Map<String, SponsorSeat> sponsorSeatOf = new HashMap<>();
    private final Set<String> approved;
    private final Eligibility eligibility;
    private final Why why = new Why();
    private Ratio fairLoad = Ratio.ZERO;
    private Ratio fairRevenue = Ratio.ZERO;

    /** @param input that {@link InputCheck} finds nothing wrong with */
    CoverageProblem(PlanInput input) {
        this(input, List.of());
    }

    /**
     * The same with seats that are kept out of a solve. They take no part in it and still price nothing differently: what a
     * fair share is follows from the input alone, so that plans with and without them compare.
     *
     * @param kept who stays where they are; beside the input's own pins, which come first
     */
    CoverageProblem(PlanInput input, List<Pin> kept) {
        this.input = input;
        this.rates = Rates.of(input);
        this.approved = new HashSet<>(input.approvedMoves());
        for (Person person : input.people()) {
            Capacity capacity = Capacity.of(person, input.limits(), input.asOf());
            people.put(person.id(), new Candidate(people.size(), person, rates, capacity));
        }
        this.eligibility = new Eligibility(List.copyOf(people.values()), input.limits());
        Map<String, Map<Candidate, Pairing>> pairings = pairings();
        input.demand().forEach(account -> makeSeats(account, pairings.getOrDefault(account.id(), Map.of())));
        keepPins();
        managerSeats.forEach(this::keepWhatMustNotMove);
        Tally pinned = new Tally(people.size());
        placePins(pinned);
        shareFairly();
        kept.forEach(pin -> keep(pin, "It is left with "));
        placePins(pinned);
    }

    /** What is decided before the solver begins; all other seats are empty. */
    CoverageSolution solution() {
        return new CoverageSolution(
                List.copyOf(people.values()), managerSeats, sponsorSeats, new CoverageWeights(input.weights()));
    }

    Rates rates() {
        return rates;
    }

    /**
     * The seats filled as somebody else decided, whether or not that keeps to anything.
     *
     * @throws BadInputException as {@link PlanJudge#judge}
     */
    CoverageSolution filled(Map<String, Holders> holders) {
        List<InputError> errors = new ArrayList<>();
        holders.forEach((account, who) -> {
            String row = "/assignments/" + account;
            if (!managerSeatOf.containsKey(account)) {
                errors.add(new InputError(row, "there is no account " + account + " in this plan"));
            }
            check(who.accountManager(), Seat.ACCOUNT_MANAGER, row + "/accountManager", errors);
            check(who.sponsor(), Seat.EXECUTIVE_SPONSOR, row + "/sponsor", errors);
        });
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        for (ManagerSeat seat : managerSeats) {
            seat.setManager(person(
                    holders.getOrDefault(seat.account().id(), Holders.NOBODY).accountManager()));
        }
        for (SponsorSeat seat : sponsorSeats) {
            seat.setSponsor(person(
                    holders.getOrDefault(seat.account().id(), Holders.NOBODY).sponsor()));
        }
        return solution();
    }

    private void check(@Nullable String id, Seat seat, String pointer, List<InputError> errors) {
        Candidate person = person(id);
        if (id != null && person == null) {
            errors.add(new InputError(pointer, "there is nobody called " + id + " in this plan"));
        } else if (person != null && person.person().kind().seat() != seat) {
            errors.add(new InputError(pointer, person.name() + " is no " + seat));
        }
    }

    PlanInput input() {
        return input;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    Why why() {
        return why;
    }

    private Map<String, Map<Candidate, Pairing>> pairings() {
        Map<String, Map<Candidate, Pairing>> byAccount = new HashMap<>();
        for (Pairing pairing : input.pairings()) {
            Candidate manager = people.get(pairing.person());
            if (manager != null) {
                byAccount
                        .computeIfAbsent(pairing.account(), account -> new HashMap<>())
                        .put(manager, pairing);
            }
        }
        return byAccount;
    }

    private void makeSeats(AccountDemand account, Map<Candidate, Pairing> pairings) {
        ManagerSeat seat = managerSeat(managerSeats.size(), account);
        seat.setPairings(pairings);
        managerSeats.add(seat);
        managerSeatOf.put(account.id(), seat);
        if (account.sponsorNeeded()) {
            SponsorSeat sponsor =
                    new SponsorSeat(seat, rates, person(account.sponsor()), eligibility.executives(account));
            sponsorSeats.add(sponsor);
            sponsorSeatOf.put(account.id(), sponsor);
        }
    }

    /** A seat for an account among the people of this plan, whether or not it is part of it. */
    ManagerSeat managerSeat(int id, AccountDemand account) {
        ManagerSeat seat =
                new ManagerSeat(id, account, rates, person(account.accountManager()), eligibility.managers(account));
        seat.setKnown(account.knownTo().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
        return seat;
    }

    @Nullable
    Candidate person(@Nullable String id) {
        return id == null ? null : people.get(id);
    }

    private void keepPins() {
        input.pins().forEach(pin -> keep(pin, "It is pinned to "));
        for (Pin pin : input.standingPins()) {
            boolean overruled = input.pins().stream()
                    .anyMatch(own -> own.account().equals(pin.account()) && own.seat() == pin.seat());
            if (!overruled) {
                keep(pin, "It has long been pinned to ");
            }
        }
    }

    private void keep(Pin pin, String words) {
        ManagerSeat managerSeat = managerSeatOf.get(pin.account());
        if (managerSeat == null) {
            return; // a standing pin on an account that is no part of this plan
        }
        AccountDemand account = managerSeat.account();
        Candidate person = people.get(pin.person());
        String refusal = person == null
                ? pin.person() + " is not among the people of this plan"
                : eligibility.refusal(person, pin.seat(), account);
        if (person == null || refusal != null) {
            why.note(account, "The pin of its %s is let go: %s.".formatted(pin.seat(), refusal));
        } else if (pin.seat() == Seat.ACCOUNT_MANAGER) {
            managerSeat.keepFor(person);
            why.kept(Seat.ACCOUNT_MANAGER, account, words + person.name() + ".");
        } else {
            SponsorSeat seat = sponsorSeatOf.get(pin.account());
            if (seat != null) {
                seat.keepFor(person);
                why.kept(Seat.EXECUTIVE_SPONSOR, account, words + person.name() + ".");
            }
        }
    }

    /** An account near its renewal or in a live negotiation keeps its manager, where that manager may still hold it. */
    private void keepWhatMustNotMove(ManagerSeat seat) {
        AccountDemand account = seat.account();
        String reason = whyItStays(account, input.asOf(), input.limits().frozenDays());
        if (reason == null || approved.contains(account.id()) || account.accountManager() == null) {
            return;
        }
        Candidate present = seat.present();
        String refusal = present == null
                ? account.accountManager() + " is not among the people of this plan"
                : eligibility.refusal(present, Seat.ACCOUNT_MANAGER, account);
        if (present == null || refusal != null) {
            why.note(account, "It should keep its manager because %s, but %s.".formatted(reason, refusal));
        } else if (seat.only() == null) {
            seat.keepFor(present);
            why.kept(Seat.ACCOUNT_MANAGER, account, "It stays with %s because %s.".formatted(present.name(), reason));
        } else if (seat.only() != present && isStanding(account)) {
            seat.keepFor(present);
            why.note(account, "A pin is let go because " + reason + ".");
        }
    }

    private boolean isStanding(AccountDemand account) {
        return input.pins().stream()
                .noneMatch(pin ->
                        pin.seat() == Seat.ACCOUNT_MANAGER && pin.account().equals(account.id()));
    }

    /** As in "its renewal is on 2026-12-15"; null when the account is free to move. */
    static @Nullable String whyItStays(AccountDemand account, LocalDate asOf, int frozenDays) {
        LocalDate renewal = account.renewalOn();
        if (account.inNegotiation()) {
            return "a negotiation is going on";
        }
        return renewal != null && !renewal.isBefore(asOf) && !renewal.isAfter(asOf.plusDays(frozenDays))
                ? "its renewal is on " + renewal
                : null;
    }

    /** Pinned seats are filled here, the heaviest first; one that no longer fits stays empty, and the plan says why. */
    private void placePins(Tally tally) {
        for (ManagerSeat seat : managerSeats.stream().sorted(HEAVIEST_FIRST).toList()) {
            Candidate only = seat.only();
            if (only != null && !seat.pinned() && tally.fits(seat, only)) {
                seat.pin(only);
                tally.add(seat);
            }
        }
        for (SponsorSeat seat : sponsorSeats) {
            Candidate only = seat.only();
            if (only != null
                    && !seat.pinned()
                    && tally.fits(seat, only, managerSeats.get(seat.id()).manager())) {
                seat.pin(only);
                tally.add(seat);
            }
        }
    }

    /** Load over capacity above which a manager counts as too busy. */
    Ratio fairLoad() {
        return fairLoad;
    }

    private void shareFairly(Candidate person) {
        person.setFairShare(fairLoad.of(person.capacity()));
        person.setFairRevenue(fairRevenue.of(person.capacity()));
    }

    /** Somebody who comes to the people of this plan; the others' fair shares stay as they are. */
    Candidate oneMore(Person person) {
        Candidate more = new Candidate(people.size(), person, rates, Capacity.of(person, input.limits(), input.asOf()));
        shareFairly(more);
        return more;
    }

    private void shareFairly() {
        Ratio lowest = LowestMaximum.of(managerSeats).min(new Ratio(1, 1));
        fairLoad = new Ratio(
                Math.multiplyExact(lowest.load(), 100L + input.limits().busiestTolerancePercent()),
                Math.multiplyExact(lowest.capacity(), 100L));
        long revenue =
                managerSeats.stream().mapToLong(ManagerSeat::bookedRevenue).sum();
        long capacity = people.values().stream()
                .filter(person -> person.person().kind() == PersonKind.ACCOUNT_MANAGER)
                .mapToLong(Candidate::capacity)
                .sum();
        fairRevenue = capacity == 0 ? Ratio.ZERO : new Ratio(revenue, capacity);
        people.values().forEach(this::shareFairly);
    }
}
