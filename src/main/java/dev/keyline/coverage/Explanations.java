package dev.keyline.coverage;

import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import dev.keyline.http.NotFoundException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says of a finished plan what it is made up of, why an account has the manager it has and who else could have it. A plan
 * asked about is kept in memory, so that the next answer about it takes milliseconds.
 */
@Singleton
public class Explanations {
    private static final int OPTIONS_SHOWN = 10;
    private static final int UNABLE_SHOWN = 20;

    private final SeatedPlans plans;

    @Inject
    Explanations(SeatedPlans plans) {
        this.plans = plans;
    }

    /**
     * What a plan breaks, leaves open and costs.
     *
     * @throws ConflictException when the plan is not finished
     */
    public PlanExplanation explanation(UUID id) {
        return plans.get(id).explanation();
    }

    /**
     * What a plan is worth, by its own limits and weights.
     *
     * @throws ConflictException when the plan is not finished
     */
    public Judgement judgement(UUID id) {
        return plans.get(id).judgement();
    }

    /**
     * Why an account has the manager it has; with a manager, why not that one.
     *
     * @throws BadInputException naming {@code account} or {@code manager} when the plan does not know it
     * @throws ConflictException when the plan is not finished
     */
    public WhyManager why(UUID id, @Nullable String account, @Nullable String manager) {
        SeatedBook book = plans.get(id).book();
        ManagerSeat seat = seat(book, account);
        Ranking ranking = new Ranking(book, book.holdings(), null);
        List<Candidate> able = ranking.able(seat);
        Candidate present = seat.manager();
        List<Share> shares = present == null ? List.of() : taken(book, seat);
        long points = shares.stream().mapToLong(Share::points).sum();
        String kept = book.problem().why().kept(Seat.ACCOUNT_MANAGER, seat.account());
        return new WhyManager(
                seat.account().id(),
                seat.account().name(),
                seat.account().tier(),
                seat.account().points(),
                present == null ? null : Ranking.ref(present),
                kept.isEmpty() ? null : kept,
                points,
                Share.money(points),
                shares,
                able.size(),
                (int) able.stream()
                        .filter(other -> ranking.option(seat, other).points() < 0)
                        .count(),
                manager == null ? null : ranking.option(seat, manager(book, manager)));
    }

    /** What it costs the plan that the account is with who has it, against nobody having it. */
    private static List<Share> taken(SeatedBook book, ManagerSeat seat) {
        return new Shift(book.holdings(), new Shift.Change(seat, null))
                .shares().stream()
                        .map(share -> Share.of(share.constraint(), -share.points()))
                        .sorted(Share.LARGEST_FIRST)
                        .toList();
    }

    /**
     * Who could have an account of the plan.
     *
     * @throws BadInputException naming {@code account} when the plan does not know it
     * @throws ConflictException when the plan is not finished
     */
    public Recommendation forAccount(UUID id, @Nullable String account) {
        SeatedBook book = plans.get(id).book();
        ManagerSeat seat = seat(book, account);
        return recommendation(book, seat, new Ranking(book, book.holdings(), null));
    }

    /**
     * Who could have an account that the plan does not know.
     *
     * @throws BadInputException with everything that is wrong with the account
     * @throws ConflictException when the plan is not finished
     */
    public Recommendation forNew(UUID id, AccountDemand account) {
        SeatedBook book = plans.get(id).book();
        List<InputError> errors = InputCheck.accountErrors(account);
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        ManagerSeat seat = book.problem().managerSeat(Integer.MAX_VALUE, account);
        return recommendation(book, seat, new Ranking(book, book.holdings(), null));
    }

    /**
     * Who could take over each account of a manager who leaves.
     *
     * @throws BadInputException naming {@code leaving} when the plan does not know them
     * @throws ConflictException when the plan is not finished
     */
    public List<Recommendation> whenLeaves(UUID id, String leaving) {
        SeatedBook book = plans.get(id).book();
        Candidate leaver = book.person(leaving)
                .orElseThrow(
                        () -> new BadInputException("leaving", "there is nobody called " + leaving + " in this plan"));
        List<ManagerSeat> seats = book.heldBy(leaver);
        Map<ManagerSeat, Candidate> proposals = Ranking.proposals(book, seats, leaver);
        Ranking ranking = new Ranking(book, book.holdings(), leaver);
        return seats.stream()
                .map(seat -> recommendation(book, seat, ranking, ranking.able(seat), proposals.get(seat)))
                .toList();
    }

    private static Recommendation recommendation(SeatedBook book, ManagerSeat seat, Ranking ranking) {
        List<Candidate> able = ranking.able(seat);
        return recommendation(book, seat, ranking, able, able.isEmpty() ? null : able.get(0));
    }

    private static Recommendation recommendation(
            SeatedBook book, ManagerSeat seat, Ranking ranking, List<Candidate> able, @Nullable Candidate proposed) {
        AccountDemand account = seat.account();
        List<Succession.Unable> unable = ranking.unable(seat);
        Candidate present = seat.manager();
        return new Recommendation(
                account.id(),
                account.name(),
                account.tier(),
                account.points(),
                present == null ? null : Ranking.ref(present),
                caution(book, account),
                proposed == null ? null : Ranking.ref(proposed),
                ranking.options(seat, able, OPTIONS_SHOWN),
                able.size(),
                unable.stream().limit(UNABLE_SHOWN).toList(),
                unable.size());
    }

    private static @Nullable String caution(SeatedBook book, AccountDemand account) {
        PlanInput input = book.problem().input();
        String kept = book.problem().why().kept(Seat.ACCOUNT_MANAGER, account);
        if (!kept.isEmpty()) {
            return kept;
        }
        String stays =
                CoverageProblem.whyItStays(account, input.asOf(), input.limits().frozenDays());
        return stays == null ? null : "It should keep its manager because " + stays + ".";
    }

    /**
     * What a plan asks of one person, week by week.
     *
     * @throws NotFoundException when nobody in the plan is called so
     * @throws ConflictException when the plan is not finished
     */
    public PersonLoad load(UUID id, String person) {
        SeatedBook book = plans.get(id).book();
        Candidate candidate = book.person(person).orElseThrow(() -> new NotFoundException("person", person));
        return LoadByWeek.of(book, candidate);
    }

    private static ManagerSeat seat(SeatedBook book, @Nullable String account) {
        if (account == null || account.isBlank()) {
            throw new BadInputException("account", "must be given");
        }
        return book.seat(account)
                .orElseThrow(
                        () -> new BadInputException("account", "there is no account " + account + " in this plan"));
    }

    private static Candidate manager(SeatedBook book, String manager) {
        return book.person(manager)
                .filter(person -> person.person().kind() == PersonKind.ACCOUNT_MANAGER)
                .orElseThrow(() -> new BadInputException(
                        "manager", "there is no account manager called " + manager + " in this plan"));
    }
}
