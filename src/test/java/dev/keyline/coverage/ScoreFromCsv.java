package dev.keyline.coverage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works a plan's score out again from a CSV of its assignments and its input, by the words of
 * {@code planning/coverage-defaults.yaml} and with nothing of the solver's. One figure is taken over: the load above
 * which a manager is too busy, from the lowest possible maximum, which {@link LowestMaximumTest} proves on its own.
 */
final class ScoreFromCsv {
    private record Load(long points, long revenue, int tier1) {
        Load and(long morePoints, long moreRevenue, boolean isTier1) {
            return new Load(points + morePoints, revenue + moreRevenue, tier1 + (isTier1 ? 1 : 0));
        }
    }

    private final PlanInput input;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Pairing> pairings = new HashMap<>();
    private final long revenueOfPoint;
    private final Ratio fairLoad;
    private final Map<String, Load> loads = new TreeMap<>();
    private final Map<String, List<AccountDemand>> sponsored = new TreeMap<>();
    private final Map<String, Long> soft = new TreeMap<>();
    private long hard;
    private long medium;

    private ScoreFromCsv(PlanInput input, Ratio fairLoad) {
        this.input = input;
        this.fairLoad = fairLoad;
        input.people().forEach(person -> people.put(person.id(), person));
        input.pairings().forEach(pairing -> pairings.put(pairing.account() + "\n" + pairing.person(), pairing));
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        for (AccountDemand account : input.demand()) {
            if (account.annualRevenue() != null) {
                revenue = revenue.add(account.annualRevenue());
                points = points.add(account.points().value());
            }
        }
        boolean known = revenue.signum() > 0 && points.signum() > 0;
        this.revenueOfPoint = Math.max(
                1,
                (known ? revenue : input.limits().annualRevenue())
                        .divide(known ? points : new BigDecimal(110), 0, RoundingMode.HALF_UP)
                        .longValue());
    }

    /**
     * As in {@code 0hard/0medium/-1234soft}.
     *
     * @param csv with the columns {@code account}, {@code accountManager} and {@code sponsor}, by id
     */
    static String of(PlanInput input, Ratio fairLoad, String csv) {
        ScoreFromCsv score = new ScoreFromCsv(input, fairLoad);
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(row -> rows.put(row.getField("account"), row));
        for (AccountDemand account : input.demand()) {
            NamedCsvRecord row = rows.remove(account.id());
            score.account(account, row.getField("accountManager"), row.getField("sponsor"));
        }
        if (!rows.isEmpty()) {
            throw new IllegalArgumentException("accounts that the plan does not know: " + rows.keySet());
        }
        score.managers();
        score.sponsors();
        long sum = score.soft.entrySet().stream()
                .mapToLong(entry -> entry.getValue() * input.weights().get(entry.getKey()))
                .sum();
        return "%dhard/%dmedium/%dsoft".formatted(-score.hard, -score.medium, -sum);
    }

    private void account(AccountDemand account, String managerId, String sponsorId) {
        Person manager = people.get(managerId);
        Person sponsor = people.get(sponsorId);
        long points = account.points().thousandths();
        if (manager == null) {
            int factor = account.tier() == Tier.TIER_1 ? 4 : account.tier() == Tier.TIER_2 ? 2 : 1;
            medium += Math.max(1, points) * factor;
        } else {
            held(account, manager);
        }
        if (account.sponsorNeeded() && sponsor == null) {
            medium += Math.max(1, points);
        }
        if (sponsor != null) {
            sponsor(account, sponsor, manager);
        }
    }

    private long revenue(AccountDemand account) {
        return account.annualRevenue() == null
                ? account.points().thousandths() * revenueOfPoint / 1000
                : account.annualRevenue().setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private void held(AccountDemand account, Person manager) {
        Pairing pairing = pairings.get(account.id() + "\n" + manager.id());
        long points = pairing == null || pairing.load() == null
                ? account.points().thousandths()
                : pairing.load().thousandths();
        long booked = account.annualRevenue() == null ? 0 : revenue(account);
        loads.put(
                manager.id(),
                loads.getOrDefault(manager.id(), new Load(0, 0, 0)).and(points, booked, account.tier() == Tier.TIER_1));
        fault(capacity(manager) == 0);
        hard += faults(account, manager);
        fault(isKept(account) && !manager.id().equals(account.accountManager()));

        long revenue = revenue(account);
        boolean stays = manager.id().equals(account.accountManager());
        boolean industryUnknown =
                account.industry() != null && !manager.industries().contains(account.industry());
        cost("continuity", stays || !people.containsKey(account.accountManager()) ? 0 : moving(account, manager));
        cost("industry-match", industryUnknown ? revenue / 100 : 0);
        cost("travel", travel(account.place(), manager.place(), revenue));
        cost("time-zone", clocks(account.place(), manager.place(), revenue));
        boolean anybodyKnown = account.knownTo().stream().anyMatch(people::containsKey);
        cost(
                "relationship-history",
                anybodyKnown && !stays && !account.knownTo().contains(manager.id()) ? revenue / 50 : 0);
        cost("growth-match", account.growth() && Boolean.FALSE.equals(manager.growth()) ? revenue / 50 : 0);
        if (pairing != null) {
            cost("pair-fit", pairing.fit() == null ? 0 : revenue * (100 - pairing.fit()) / 1000);
            cost("pair-cost", pairing.cost() == null ? 0 : pairing.cost().longValue());
        }
    }

    private long moving(AccountDemand account, Person to) {
        long work = Math.max(1000, account.points().thousandths()) * revenueOfPoint / 1000;
        long price = Math.max(revenue(account), work) * input.limits().moveCostPercent() / 100;
        if (ramp(to) < 100) {
            price = price * input.limits().newHirePercent() / 100;
        }
        return account.industry() != null && to.industries().contains(account.industry())
                ? price * input.limits().industryMatchPercent() / 100
                : price;
    }

    private static long travel(Place there, Place here, long revenue) {
        if (there.country() == null || here.country() == null) {
            return 0;
        }
        if (!there.country().equals(here.country())) {
            return revenue / 50;
        }
        return there.city() == null || here.city() == null || there.city().equals(here.city()) ? 0 : revenue / 100;
    }

    private long clocks(Place there, Place here, long revenue) {
        if (there.timeZone() == null || here.timeZone() == null) {
            return 0;
        }
        long apart = Math.abs(minutes(there.timeZone()) - minutes(here.timeZone()));
        return revenue * Math.max(0, apart - 120) / 60 / 200;
    }

    private int minutes(String zone) {
        return input.asOf().atTime(12, 0).atZone(ZoneId.of(zone)).getOffset().getTotalSeconds() / 60;
    }

    private boolean isKept(AccountDemand account) {
        LocalDate renewal = account.renewalOn();
        boolean near = renewal != null
                && !renewal.isBefore(input.asOf())
                && ChronoUnit.DAYS.between(input.asOf(), renewal)
                        <= input.limits().frozenDays();
        Person present = people.get(account.accountManager());
        return (near || account.inNegotiation())
                && !input.approvedMoves().contains(account.id())
                && present != null
                && capacity(present) > 0
                && faults(account, present) == 0;
    }

    /** In how many ways an account may not be with somebody, whoever else there is. */
    private static int faults(AccountDemand account, Person manager) {
        int faults = account.region() != null
                        && !manager.regions().isEmpty()
                        && !manager.regions().contains(account.region())
                ? 1
                : 0;
        faults += account.language() == null || manager.languages().contains(account.language()) ? 0 : 1;
        faults += account.clearance() == null || manager.clearances().contains(account.clearance()) ? 0 : 1;
        return faults + (manager.skills().containsAll(account.skills()) ? 0 : 1);
    }

    private void sponsor(AccountDemand account, Person sponsor, @Nullable Person manager) {
        fault(sponsor.leavesOn() != null && !sponsor.leavesOn().isAfter(input.asOf()));
        List<AccountDemand> others = sponsored.computeIfAbsent(sponsor.id(), id -> new ArrayList<>());
        fault(account.counterpartLevel() != null
                && sponsor.level() < account.counterpartLevel() - input.limits().sponsorLevelsBelow());
        fault(manager != null && sponsor.id().equals(manager.lineManager()));
        others.forEach(other -> fault(account.competesWith() == null
                && other.competesWith() == null
                && account.industry() != null
                && account.industry().equals(other.industry())));
        others.add(account);
        long revenue = revenue(account);
        boolean stays = sponsor.id().equals(account.sponsor());
        cost("sponsor-continuity", stays || !people.containsKey(account.sponsor()) ? 0 : revenue / 20);
        int lacking = (account.industry() == null || sponsor.industries().contains(account.industry()) ? 0 : 1)
                + (account.language() == null || sponsor.languages().contains(account.language()) ? 0 : 1);
        cost("sponsor-affinity", stays || account.knownTo().contains(sponsor.id()) ? 0 : lacking * revenue / 200);
    }

    private void managers() {
        long allRevenue = input.demand().stream()
                .filter(account -> account.annualRevenue() != null)
                .mapToLong(this::revenue)
                .sum();
        long allCapacity = input.people().stream()
                .filter(person -> person.kind() == PersonKind.ACCOUNT_MANAGER)
                .mapToLong(this::capacity)
                .sum();
        loads.forEach((id, load) -> {
            long capacity = capacity(people.get(id));
            over(load.points(), capacity);
            over(load.tier1(), input.limits().tier1Accounts());
            over(load.revenue(), input.limits().annualRevenue().longValue());
            long fair = part(fairLoad.load(), fairLoad.capacity(), capacity);
            cost("busiest", Math.max(0, load.points() - fair) * revenueOfPoint / 1000);
            cost(
                    "balance-of-load",
                    capacity == 0 ? 0 : load.points() * load.points() / capacity * revenueOfPoint / 1000);
            double fairRevenue = part(allRevenue, allCapacity, capacity);
            cost(
                    "balance-of-revenue",
                    fairRevenue == 0 ? 0 : (long) ((double) load.revenue() * load.revenue() / fairRevenue));
            cost("tier-1-spread", (long) load.tier1() * (load.tier1() - 1) / 2 * revenueOfPoint);
        });
    }

    private void sponsors() {
        sponsored.forEach((id, accounts) -> {
            Person sponsor = people.get(id);
            int limit = sponsor.level() == 6
                    ? input.limits().sponsoredByChiefExecutive()
                    : input.limits().sponsoredAccounts();
            over(accounts.size(), sponsor.maxSponsored() == null ? limit : Math.min(limit, sponsor.maxSponsored()));
            long above = Math.max(0, accounts.size() - input.limits().sponsoredTarget());
            cost("sponsor-spread", above * (above + 1) / 2 * revenueOfPoint);
        });
    }

    /** A fraction of a whole, rounded up. */
    private static long part(long numerator, long denominator, long whole) {
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(whole))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.CEILING)
                .longValue();
    }

    private void fault(boolean broken) {
        hard += broken ? 1 : 0;
    }

    private void over(long value, long limit) {
        hard += Math.max(0, value - limit);
    }

    private void cost(String constraint, long money) {
        soft.merge(constraint, money, Long::sum);
    }

    private int ramp(Person person) {
        List<Integer> ramp = input.limits().rampPercent();
        long month =
                person.startsOn() == null ? ramp.size() : ChronoUnit.MONTHS.between(person.startsOn(), input.asOf());
        return month < ramp.size() ? ramp.get((int) month) : 100;
    }

    private long capacity(Person person) {
        long days = 0;
        long present = 0;
        for (LocalDate day = input.asOf(); day.isBefore(input.asOf().plusMonths(1)); day = day.plusDays(1)) {
            LocalDate that = day;
            days++;
            boolean gone = person.leavesOn() != null && !that.isBefore(person.leavesOn());
            boolean away = person.leave().stream()
                    .anyMatch(leave -> !that.isBefore(leave.from()) && !that.isAfter(leave.to()));
            present += gone || away ? 0 : 1;
        }
        boolean started = person.startsOn() == null || !person.startsOn().isAfter(input.asOf());
        return started ? person.capacity().thousandths() * ramp(person) / 100 * present / days : 0;
    }
}
