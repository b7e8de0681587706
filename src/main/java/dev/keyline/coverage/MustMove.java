package dev.keyline.coverage;

import dev.keyline.terms.Points;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts cannot stay with who holds them, and what keeps the others where they are. */
final class MustMove {
    private final PlanInput input;
    private final CoverageProblem problem;
    private final CoverageSolution present;
    private final Tally tally;
    private final Map<String, String> forced = new LinkedHashMap<>();
    private final Map<String, String> crowded = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    /** @param input sound, whatever {@link PlanInput#replanning} asks */
    MustMove(PlanInput input) {
        this.input = input;
        this.problem = new CoverageProblem(input);
        this.present = problem.filled(input.demand().stream()
                .collect(Collectors.toMap(
                        AccountDemand::id,
                        account -> new Holders(known(account.accountManager()), known(account.sponsor())))));
        this.tally = Tally.of(present);
        present.managerSeats().forEach(this::look);
    }

    private @Nullable String known(@Nullable String person) {
        return problem.person(person) == null ? null : person;
    }

    private void look(ManagerSeat seat) {
        AccountDemand account = seat.account();
        String before = account.accountManager();
        Candidate holder = seat.present();
        if (before == null) {
            open.add(account.id());
        } else if (holder == null) {
            forced.put(account.id(), before + " is not among the people of this plan");
        } else {
            String refusal = problem.eligibility().refusal(holder, Seat.ACCOUNT_MANAGER, account);
            String excess = excess(holder);
            if (refusal != null) {
                forced.put(account.id(), refusal);
            } else if (excess != null) {
                crowded.put(account.id(), excess);
            }
        }
    }

    private @Nullable String excess(Candidate holder) {
        Holding held = tally.held(holder);
        if (held.points() > holder.capacity()) {
            return "%s would hold %s of %s points"
                    .formatted(
                            holder.name(),
                            Points.ofThousandths(held.points()),
                            Points.ofThousandths(holder.capacity()));
        }
        if (held.tier1() > holder.tier1Limit()) {
            return "%s would hold %d of %d Tier 1 accounts".formatted(holder.name(), held.tier1(), holder.tier1Limit());
        }
        return held.revenue() > holder.revenueLimit()
                ? "%s would hold %,d of %,d revenue a year"
                        .formatted(holder.name(), held.revenue(), holder.revenueLimit())
                : null;
    }

    /** Accounts whose manager may not hold them any longer, with the reason, as in "Bob left on 2026-12-01". */
    Map<String, String> forced() {
        return forced;
    }

    /** Accounts of managers who hold too much, with the reason, as in "Ann would hold 121 of 110 points". */
    Map<String, String> crowded() {
        return crowded;
    }

    /** Accounts that nobody holds. */
    Set<String> open() {
        return open;
    }

    /** All of these. */
    Set<String> all() {
        return Stream.of(forced.keySet(), crowded.keySet(), open)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** Accounts of all who may hold one of these. */
    Set<String> besideThose(Set<String> accounts) {
        Set<Candidate> able = present.managerSeats().stream()
                .filter(seat -> accounts.contains(seat.account().id()))
                .flatMap(seat -> problem.eligibility().managers(seat.account()).stream())
                .collect(Collectors.toSet());
        return present.managerSeats().stream()
                .filter(seat -> able.contains(seat.present()))
                .map(seat -> seat.account().id())
                .collect(Collectors.toSet());
    }

    /** A pin for every seat that is to stay and has none: those of other accounts than the free ones. */
    List<Pin> keptBut(Set<String> free) {
        Set<String> pinned = Stream.concat(input.pins().stream(), input.standingPins().stream())
                .map(pin -> pin.seat() + " " + pin.account())
                .collect(Collectors.toSet());
        List<Pin> pins = new ArrayList<>();
        for (ManagerSeat seat : present.managerSeats()) {
            String account = seat.account().id();
            if (seat.present() != null
                    && !free.contains(account)
                    && !pinned.contains(Seat.ACCOUNT_MANAGER + " " + account)) {
                pins.add(new Pin(
                        account, Seat.ACCOUNT_MANAGER, seat.present().person().id()));
            }
        }
        for (SponsorSeat seat : present.sponsorSeats()) {
            String account = seat.account().id();
            if (sponsorStays(seat)
                    && !free.contains(account)
                    && !pinned.contains(Seat.EXECUTIVE_SPONSOR + " " + account)) {
                pins.add(new Pin(
                        account,
                        Seat.EXECUTIVE_SPONSOR,
                        Objects.requireNonNull(seat.present()).person().id()));
            }
        }
        return pins;
    }

    private boolean sponsorStays(SponsorSeat seat) {
        Candidate sponsor = seat.present();
        return sponsor != null
                && problem.eligibility().refusal(sponsor, Seat.EXECUTIVE_SPONSOR, seat.account()) == null
                && tally.sponsored(sponsor) <= sponsor.sponsorLimit();
    }
}
