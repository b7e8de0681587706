package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.Price;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The manager seats of a plan as an assignment problem in the units of the score, and back. Pinned seats are taken out: what
 * they take of a manager is no longer there to be taken, and what they cost is a constant.
 */
final class ManagerProblem {
    private static final int POINTS = 0;
    private static final int REVENUE = 1;
    private static final int TIER_1 = 2;
    private static final int RESOURCES = 3;

    private record Weighted(HoldingPrice price, long weight) {
        long of(Candidate manager, Holding holding) {
            return weight == 0 ? 0 : price.of(manager, holding) * weight;
        }
    }

    private final CoverageSolution solution;
    private final List<ManagerSeat> free;
    private final List<Weighted> prices;
    private final Tally pinned;
    private final Candidate[] pinnedSponsors;
    private final Rates rates;
    private final AssignmentProblem problem;
    private final long constant;

    /** @param solution in which nothing but what is pinned is filled */
    ManagerProblem(CoverageSolution solution, Rates rates) {
        this(solution, rates, seat -> true);
    }

    /** The same of some seats only. */
    ManagerProblem(CoverageSolution solution, Rates rates, Predicate<ManagerSeat> which) {
        this.solution = solution;
        this.rates = rates;
        this.free = solution.managerSeats().stream()
                .filter(seat -> !seat.pinned() && which.test(seat))
                .toList();
        this.prices = Arrays.stream(HoldingPrice.values())
                .map(price -> new Weighted(price, rates.weight(price.constraint())))
                .toList();
        this.pinned = Tally.of(solution);
        this.pinnedSponsors = new Candidate[solution.managerSeats().size()];
        solution.sponsorSeats().forEach(seat -> pinnedSponsors[seat.id()] = seat.sponsor());
        this.constant = solution.managerSeats().stream()
                .filter(ManagerSeat::pinned)
                .mapToLong(seat -> seat.priceFor(seat.holder()))
                .sum();
        this.problem = build();
    }

    AssignmentProblem problem() {
        return problem;
    }

    /** What the pinned seats cost by themselves, beside what the problem counts. */
    long constant() {
        return constant;
    }

    /** The seats that are the jobs of the problem, in the same order. */
    List<ManagerSeat> free() {
        return free;
    }

    private AssignmentProblem build() {
        AssignmentProblem.Builder builder = of(solution.candidates().size());
        for (Candidate manager : solution.candidates()) {
            Holding held = pinned.held(manager);
            limits(builder, manager.index(), manager, held);
        }
        for (ManagerSeat seat : free) {
            job(builder, seat);
            Candidate sponsor = pinnedSponsors[seat.id()];
            for (Candidate manager : seat.eligible()) { // in the order of their indexes
                if (sponsor == null || !manager.reportsTo(sponsor)) {
                    builder.pair(manager.index(), seat.priceFor(manager), seat.pointsWith(manager));
                }
            }
        }
        return builder.build();
    }

    static AssignmentProblem.Builder job(AssignmentProblem.Builder builder, ManagerSeat seat) {
        return builder.job(seat.weight(), seat.bookedRevenue(), seat.tier1() ? 1 : 0);
    }

    /** A problem like this one for other agents. */
    static AssignmentProblem.Builder of(int agents) {
        return AssignmentProblem.of(agents, RESOURCES);
    }

    /** Lets an agent hold what a manager may and pay what they cost, beside what they hold already. */
    void limits(AssignmentProblem.Builder builder, int agent, Candidate manager, Holding already) {
        long[] held = {already.points(), already.revenue(), already.tier1()};
        long[] limit = {manager.capacity(), manager.revenueLimit(), manager.tier1Limit()};
        for (int r = 0; r < RESOURCES; r++) {
            builder.limit(r, agent, Math.max(0, limit[r] - held[r]));
            builder.price(r, agent, price(manager, r, held[r], limit[r]));
        }
    }

    /** What a manager pays for a sum of one resource beside what is pinned to them, the other resources left out. */
    private Price price(Candidate manager, int resource, long held, long limit) {
        // each is 0 at nothing and convex: what is 0 at the most is 0 throughout
        long most = resource == REVENUE ? Math.min(limit, 1L << 40) : limit;
        Weighted[] counting = prices.stream()
                .filter(price -> price.of(manager, holding(resource, most)) > 0)
                .toArray(Weighted[]::new);
        if (counting.length == 0) {
            return Price.NONE;
        }
        long rounding = (rates.revenueOfPoint() / 1000 + 2)
                * Arrays.stream(counting).mapToLong(Weighted::weight).sum();
        return new Price() {
            @Override
            public long at(long sum) {
                Holding holding = holding(resource, held + sum);
                long price = 0;
                for (Weighted of : counting) {
                    price += of.of(manager, holding);
                }
                return price;
            }

            @Override
            public long rounding() {
                return rounding;
            }
        };
    }

    private static Holding holding(int resource, long sum) {
        return switch (resource) {
            case POINTS -> new Holding(sum, 0, 0);
            case REVENUE -> new Holding(0, sum, 0);
            case TIER_1 -> new Holding(0, 0, Math.toIntExact(sum));
            default -> throw new IllegalArgumentException("resource " + resource);
        };
    }

    /** By job, the index of who is to have it to begin with. */
    int[] start(Function<ManagerSeat, @Nullable Candidate> holder) {
        return free.stream()
                .map(holder)
                .mapToInt(candidate -> candidate == null ? AssignmentProblem.NONE : candidate.index())
                .toArray();
    }

    void fill(Assigner.Answer answer) {
        for (int job = 0; job < free.size(); job++) {
            free.get(job).setManager(candidate(answer.agents().get(job)));
        }
    }

    /** Who would have the accounts that are not pinned, by account. */
    Map<String, Holders> holders(List<Integer> agents) {
        Map<String, Holders> holders = new HashMap<>();
        for (int job = 0; job < free.size(); job++) {
            Candidate manager = candidate(agents.get(job));
            String id = manager == null ? null : manager.person().id();
            holders.put(free.get(job).account().id(), new Holders(id, null));
        }
        return holders;
    }

    private @Nullable Candidate candidate(int agent) {
        return agent == AssignmentProblem.NONE ? null : solution.candidates().get(agent);
    }
}
