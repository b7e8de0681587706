package dev.keyline.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may hold or sponsor an account at all, however full they are. */
final class Eligibility {
    private record Need(@Nullable String region, @Nullable String language) {}

    private final List<Candidate> managers;
    private final List<Candidate> executives;
    private final int sponsorLevelsBelow;
    private final Map<Need, List<Candidate>> managersByNeed = new HashMap<>();
    private final Map<Integer, List<Candidate>> executivesByLevel = new HashMap<>();

    Eligibility(List<Candidate> candidates, Limits limits) {
        this.managers = of(candidates, PersonKind.ACCOUNT_MANAGER);
        this.executives = of(candidates, PersonKind.EXECUTIVE);
        this.sponsorLevelsBelow = limits.sponsorLevelsBelow();
    }

    private static List<Candidate> of(List<Candidate> candidates, PersonKind kind) {
        return candidates.stream()
                .filter(candidate -> candidate.person().kind() == kind)
                .toList();
    }

    /** The same list object for accounts that ask for the same. */
    List<Candidate> managers(AccountDemand account) {
        return managersByNeed.computeIfAbsent(
                new Need(account.region(), account.language()),
                need -> managers.stream()
                        .filter(Candidate::inService)
                        .filter(person -> person.coversRegion(need.region()) && person.speaks(need.language()))
                        .toList());
    }

    List<Candidate> executives(AccountDemand account) {
        return executivesByLevel.computeIfAbsent(
                levelNeeded(account),
                level -> executives.stream()
                        .filter(Candidate::inService)
                        .filter(person -> person.person().level() >= level)
                        .toList());
    }

    /** Why this person may not take this seat, as in "Ann does not cover the region Nordics"; null when they may. */
    @Nullable
    String refusal(Candidate person, Seat seat, AccountDemand account) {
        if (person.person().kind().seat() != seat) {
            return person.name() + " is no " + seat;
        }
        if (person.absence() != null) {
            return person.name() + " " + person.absence();
        }
        if (seat == Seat.EXECUTIVE_SPONSOR) {
            return person.person().level() >= levelNeeded(account)
                    ? null
                    : "%s is of level %d and the counterpart of level %d"
                            .formatted(person.name(), person.person().level(), account.counterpartLevel());
        }
        if (!person.coversRegion(account.region())) {
            return person.name() + " does not cover the region " + account.region();
        }
        return person.speaks(account.language()) ? null : person.name() + " does not speak " + account.language();
    }

    /** Why nobody may hold it; asked only when {@link #managers} is empty. */
    String whyNoManager(AccountDemand account) {
        List<Candidate> inRegion = managers.stream()
                .filter(person -> person.coversRegion(account.region()))
                .toList();
        if (inRegion.isEmpty()) {
            return managers.isEmpty()
                    ? "There are no account managers."
                    : "Nobody covers the region " + account.region() + ".";
        }
        List<Candidate> speaking = inRegion.stream()
                .filter(person -> person.speaks(account.language()))
                .toList();
        if (speaking.isEmpty()) {
            return account.region() == null
                    ? "Nobody speaks " + account.language() + "."
                    : "Nobody who covers the region %s speaks %s.".formatted(account.region(), account.language());
        }
        return "Nobody who may hold it can: " + absences(speaking) + ".";
    }

    /** Why nobody may sponsor it; asked only when {@link #executives} is empty. */
    String whyNoExecutive(AccountDemand account) {
        if (executives.isEmpty()) {
            return "There are no executives.";
        }
        int level = levelNeeded(account);
        List<Candidate> highEnough = executives.stream()
                .filter(person -> person.person().level() >= level)
                .toList();
        return highEnough.isEmpty()
                ? "No executive is of level %d or above, and the counterpart is of level %d."
                        .formatted(level, account.counterpartLevel())
                : "Nobody who may sponsor it can: " + absences(highEnough) + ".";
    }

    private int levelNeeded(AccountDemand account) {
        return account.counterpartLevel() == null ? 0 : account.counterpartLevel() - sponsorLevelsBelow;
    }

    private static String absences(List<Candidate> people) {
        return Names.list(people.stream()
                .map(person -> person.name() + " " + person.absence())
                .toList());
    }
}
