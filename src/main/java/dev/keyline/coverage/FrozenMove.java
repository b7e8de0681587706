package dev.keyline.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account that a plan moves although a renewal or a negotiation is near. */
@Schema(description = "An account that a plan moves although a renewal or a negotiation is near.")
public record FrozenMove(
        @Schema(description = "The account's id.") String account,

        @Schema(description = "The account's name at the time.")
        String accountName,

        @Schema(description = "Who holds it and could go on.")
        PersonRef from,

        @Schema(description = "Who gets it.") PersonRef to,

        @Schema(description = "Why it should stay, in words.")
        String reason,

        @Schema(
                description = "Whose approval the move needs: the next person of level 4 or above over its manager;"
                        + " null when the plan knows none.",
                nullable = true)
        @Nullable
        PersonRef vicePresident) {
    private static final int VICE_PRESIDENT = 4;

    /** All of a plan, in its order; an account whose manager cannot hold it any longer is none. */
    public static List<FrozenMove> of(PlanInput input, List<Assignment> assignments) {
        Map<String, Person> people = new HashMap<>();
        input.people().forEach(person -> people.put(person.id(), person));
        return assignments.stream()
                .filter(Assignment::moved)
                .flatMap(assignment -> {
                    AccountDemand account = input.demand().get(assignment.position());
                    String reason = CoverageProblem.whyItStays(
                            account, input.asOf(), input.limits().frozenDays());
                    Person from = people.get(account.accountManager());
                    PersonRef to = assignment.accountManager();
                    return reason == null || from == null || to == null || isGone(from, input)
                            ? Stream.empty()
                            : Stream.of(new FrozenMove(
                                    account.id(), account.name(), ref(from), to, reason, over(from, people)));
                })
                .toList();
    }

    private static boolean isGone(Person person, PlanInput input) {
        return Capacity.of(person, input.limits(), input.asOf()).absence() != null;
    }

    private static @Nullable PersonRef over(Person person, Map<String, Person> people) {
        Set<String> seen = new HashSet<>();
        Person next = people.get(person.lineManager());
        while (next != null && next.level() < VICE_PRESIDENT && seen.add(next.id())) {
            next = people.get(next.lineManager());
        }
        return next == null || next.level() < VICE_PRESIDENT ? null : ref(next);
    }

    private static PersonRef ref(Person person) {
        return new PersonRef(person.id(), person.name());
    }
}
