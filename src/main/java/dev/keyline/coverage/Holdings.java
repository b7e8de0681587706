package dev.keyline.coverage;

import java.util.ArrayList;
import java.util.List;

/** What every account manager of a plan holds; a copy can be filled further without touching the plan. */
final class Holdings {
    private final List<Holding> held;

    private Holdings(List<Holding> held) {
        this.held = held;
    }

    static Holdings of(CoverageSolution solution) {
        Tally tally = Tally.of(solution);
        return new Holdings(
                new ArrayList<>(solution.candidates().stream().map(tally::held).toList()));
    }

    Holdings copy() {
        return new Holdings(new ArrayList<>(held));
    }

    /** Nothing for somebody who came after the plan was made. */
    Holding of(Candidate manager) {
        return manager.index() < held.size() ? held.get(manager.index()) : Holding.NOTHING;
    }

    /** Gives an account to a manager who does not hold it. */
    void give(ManagerSeat seat, Candidate manager) {
        while (held.size() <= manager.index()) {
            held.add(Holding.NOTHING);
        }
        held.set(manager.index(), of(manager).with(seat, manager));
    }

    void take(ManagerSeat seat, Candidate manager) {
        held.set(manager.index(), of(manager).without(seat, manager));
    }
}
