package dev.keyline.coverage;

import dev.keyline.coverage.assign.Assigner;
import dev.keyline.coverage.assign.AssignmentProblem;
import dev.keyline.coverage.assign.Price;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
    private final AssignmentProblem problem;
    private final long constant;

    /** @param solution in which nothing but what is pinned is filled */
    ManagerProblem(CoverageSolution solution, Rates rates) {
        this.solution = solution;
        this.free =
                solution.managerSeats().stream().filter(seat -> !seat.pinned()).toList();
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
        this.problem = build(rates);
    }

    AssignmentProblem problem() {
        return problem;
    }

    /** What the pinned seats cost by themselves, beside what the problem counts. */
    long constant() {
        return constant;
    }

    private AssignmentProblem build(Rates rates) {
        AssignmentProblem.Builder builder =
                AssignmentProblem.of(solution.candidates().size(), RESOURCES);
        for (Candidate manager : solution.candidates()) {
            limits(builder, manager, rates);
        }
        for (ManagerSeat seat : free) {
            Candidate present = seat.present();
            builder.job(
                    seat.weight(),
                    present == null ? AssignmentProblem.NONE : present.index(),
                    seat.bookedRevenue(),
                    seat.tier1() ? 1 : 0);
            Candidate sponsor = pinnedSponsors[seat.id()];
            for (Candidate manager : seat.eligible()) { // in the order of their indexes
                if (sponsor == null || !manager.reportsTo(sponsor)) {
                    builder.pair(manager.index(), seat.priceFor(manager), seat.pointsWith(manager));
                }
            }
        }
        return builder.build();
    }

    private void limits(AssignmentProblem.Builder builder, Candidate manager, Rates rates) {
        long[] held = {pinned.points(manager), pinned.revenue(manager), pinned.tier1(manager)};
        long[] limit = {manager.capacity(), manager.revenueLimit(), manager.tier1Limit()};
        for (int r = 0; r < RESOURCES; r++) {
            builder.limit(r, manager.index(), Math.max(0, limit[r] - held[r]));
            builder.price(r, manager.index(), price(manager, r, held[r], limit[r], rates));
        }
    }

    /** What a manager pays for a sum of one resource beside what is pinned to them, the other resources left out. */
    private Price price(Candidate manager, int resource, long held, long limit, Rates rates) {
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
            int agent = answer.agents().get(job);
            free.get(job).setManager(agent == AssignmentProblem.NONE ? null : candidate(agent));
        }
    }

    private @Nullable Candidate candidate(int index) {
        return solution.candidates().get(index);
    }
}
