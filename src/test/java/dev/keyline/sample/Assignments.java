package dev.keyline.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after whom today: grown over years, mostly sensible, not well balanced. Some managers hold too much, a few
 * accounts are with somebody who does not know their region or language, some with nobody.
 */
final class Assignments {
    /** Popular managers whom accounts were given to until it was too much. */
    private static final List<String> OVERLOADED = List.of("M02", "M13", "M16", "M24");

    private static final int WITH_A_SPONSOR = 25;

    private final List<Manager> managers;
    private final Map<String, Double> load = new HashMap<>();
    private final Table table = new Table("assignment", "account_id", "role", "person_id", "since", "pinned");

    Assignments(List<Manager> managers, List<Company> companies) {
        this.managers = managers;
        List<Company> heaviestFirst = companies.stream()
                .sorted(Comparator.comparing(Company::standing).thenComparing(Company::id))
                .toList();
        Map<String, Manager> held = new HashMap<>();
        for (Company company : heaviestFirst) {
            Manager manager = choose(company);
            if (manager != null) {
                held.put(company.id(), manager);
            }
        }
        for (Company company : companies) {
            Manager manager = held.get(company.id());
            if (manager != null) {
                Dice dice = company.dice("held");
                table.add(
                        company.id(),
                        "account-manager",
                        manager.id(),
                        since(company, manager, dice),
                        isPinned(company, dice));
            }
        }
        addSponsors(companies, held);
    }

    private @Nullable Manager choose(Company company) {
        Dice dice = company.dice("manager");
        if (company.isUncoverable() || (company.standing() == Standing.SMALL && dice.chance(0.03))) {
            return null;
        }
        // Only an account that may move at once: one about to renew must be in good hands already.
        boolean settled = company.story().term == Term.RUNNING && company.standing() != Standing.STRATEGIC;
        if (settled && dice.chance(0.035)) {
            return take(dice.pick(managers), company);
        }
        List<Manager> able = managers.stream()
                .filter(manager -> manager.mayHold(company) && !manager.isNew())
                .toList();
        Optional<Manager> favourite = able.stream()
                .filter(manager -> OVERLOADED.contains(manager.id()))
                .findFirst();
        if (settled && favourite.isPresent() && dice.chance(0.45)) {
            return take(favourite.get(), company);
        }
        return take(
                able.stream()
                        .min(Comparator.comparingDouble(manager ->
                                (load.getOrDefault(manager.id(), 0.0) + points(company)) / manager.capacity()))
                        .orElseThrow(),
                company);
    }

    private Manager take(Manager manager, Company company) {
        load.merge(manager.id(), points(company), Double::sum);
        return manager;
    }

    /** About what the shipped engagement model will ask for. */
    private static double points(Company company) {
        return switch (company.standing()) {
            case STRATEGIC -> 10;
            case MAJOR -> 3;
            case PROMISING -> 1;
            case SMALL -> 0.5;
        };
    }

    private static LocalDate since(Company company, Manager manager, Dice dice) {
        Deal deal = Deal.of(company);
        LocalDate since = Anchor.daysAgo(dice.between(30, 1500));
        LocalDate starts = manager.starts();
        since = starts != null && since.isBefore(starts) ? starts : since;
        return deal != null && since.isBefore(deal.since()) ? deal.since() : since;
    }

    private static boolean isPinned(Company company, Dice dice) {
        return company.story() == Story.CRISIS && company.standing() != Standing.SMALL && dice.chance(0.5);
    }

    /** Most strategic accounts have a sponsor; one executive has too many, one sponsors below a direct report. */
    private void addSponsors(List<Company> companies, Map<String, Manager> held) {
        List<Company> strategic = companies.stream()
                .filter(company -> company.standing() == Standing.STRATEGIC)
                .limit(WITH_A_SPONSOR)
                .toList();
        List<People.Executive> executives = People.executives();
        for (int i = 0; i < strategic.size(); i++) {
            Company company = strategic.get(i);
            People.Executive sponsor = executives.get(1 + i % (executives.size() - 1));
            Manager manager = held.get(company.id());
            if (i == 7 && manager != null) {
                String boss = manager.boss();
                sponsor = executives.stream()
                        .filter(executive -> executive.id().equals(boss))
                        .findFirst()
                        .orElseThrow();
            } else if (i >= 22) {
                sponsor = executives.get(4);
            }
            table.add(
                    company.id(),
                    "executive-sponsor",
                    sponsor.id(),
                    Anchor.daysAgo(company.dice("sponsor").between(60, 900)),
                    false);
        }
    }

    Table table() {
        return table;
    }
}
