package dev.keyline.coverage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may hold or sponsor an account at all, however full they are. */
final class Eligibility {
    /** What an account asks of its manager, whoever it is. */
    record Need(
            @Nullable String region,
            @Nullable String language,
            @Nullable String clearance,
            List<String> skills) {
        static Need of(AccountDemand account) {
            return new Need(account.region(), account.language(), account.clearance(), account.skills());
        }

        /** Why this person does not meet it, as in "does not cover the region Nordics"; null when they do. */
        @Nullable
        String lacking(Candidate person) {
            if (!person.coversRegion(region)) {
                return "does not cover the region " + region;
            }
            if (!person.speaks(language)) {
                return "does not speak " + language;
            }
            if (!person.holdsClearance(clearance)) {
                return "does not hold the clearance " + clearance;
            }
            return person.skilledIn(skills) ? null : "is not skilled in " + Names.list(skillsLacking(person));
        }

        private List<String> skillsLacking(Candidate person) {
            return skills.stream()
                    .filter(skill -> !person.skilledIn(List.of(skill)))
                    .toList();
        }

        /** As in "who covers the region Nordics and speaks sv"; empty when nothing is asked. */
        String words() {
            return Stream.of(
                            region == null ? null : "covers the region " + region,
                            language == null ? null : "speaks " + language,
                            clearance == null ? null : "holds the clearance " + clearance,
                            skills.isEmpty() ? null : "is skilled in " + Names.list(skills))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" and "));
        }
    }

    private final List<Candidate> managers;
    private final List<Candidate> executives;
    private final int sponsorLevelsBelow;
    private final Map<Need, List<Candidate>> managersByNeed = new ConcurrentHashMap<>();
    private final Map<Integer, List<Candidate>> executivesByLevel = new ConcurrentHashMap<>();

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
                Need.of(account),
                need -> managers.stream()
                        .filter(person -> person.inService() && need.lacking(person) == null)
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
        String lacking = Need.of(account).lacking(person);
        return lacking == null ? null : person.name() + " " + lacking;
    }

    /** Why nobody may hold it; asked only when {@link #managers} is empty. */
    String whyNoManager(AccountDemand account) {
        if (managers.isEmpty()) {
            return "There are no account managers.";
        }
        Need need = Need.of(account);
        List<Candidate> able =
                managers.stream().filter(person -> need.lacking(person) == null).toList();
        return able.isEmpty() ? "Nobody " + need.words() + "." : "Nobody who may hold it can: " + absences(able) + ".";
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

    /** The level that an executive must have to sponsor it. */
    int levelNeeded(AccountDemand account) {
        return account.counterpartLevel() == null ? 0 : account.counterpartLevel() - sponsorLevelsBelow;
    }

    private static String absences(List<Candidate> people) {
        return Names.list(people.stream()
                .map(person -> person.name() + " " + person.absence())
                .toList());
    }
}
