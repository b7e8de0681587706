package dev.keyline.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Account books for tests and benchmarks. */
final class Books {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

    private Books() {}

    static PlanInput input(List<AccountDemand> demand, List<Person> people, Pin... pins) {
        return new PlanInput(
                AS_OF,
                demand,
                people,
                List.of(pins),
                List.of(),
                List.of(),
                List.of(),
                Defaults.shipped().limits(),
                Defaults.shipped().weightsWith(Map.of()),
                1,
                Duration.ofSeconds(30),
                50_000L);
    }

    static PlanInput running(PlanInput input, long seed, Duration timeLimit, @Nullable Long scoreLimit) {
        return new PlanInput(
                input.asOf(),
                input.demand(),
                input.people(),
                input.pins(),
                input.standingPins(),
                input.approvedMoves(),
                input.pairings(),
                input.limits(),
                input.weights(),
                seed,
                timeLimit,
                scoreLimit);
    }

    static PlanInput replanning(PlanInput input, Replanning asked) {
        return changed(input, all -> all.putPOJO("replanning", asked));
    }

    /** The same book as it is once a short plan of it holds. */
    static PlanInput settled(PlanInput input) {
        Map<String, Holders> holders = Holders.of(
                Solving.solve(running(input, 1, Duration.ofMinutes(1), 2_000L)).assignments());
        return changed(
                input,
                all -> all.get("demand").forEach(node -> {
                    Holders now = holders.get(node.get("id").asText());
                    ((ObjectNode) node)
                            .put("accountManager", now.accountManager())
                            .put("sponsor", now.sponsor());
                }));
    }

    /** The same book when somebody has just left. */
    static PlanInput leaving(PlanInput input, String person) {
        return changed(
                input,
                all -> all.get("people").forEach(node -> {
                    if (node.get("id").asText().equals(person)) {
                        ((ObjectNode) node).put("leavesOn", AS_OF.toString());
                    }
                }));
    }

    private static PlanInput changed(PlanInput input, Consumer<ObjectNode> change) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode all = (ObjectNode) mapper.readTree(PlanText.write(input));
            change.accept(all);
            return PlanText.read(mapper.writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 701 shops of AdventureWorks with its 17 salespeople; tiers by the shop's own turnover, for want of our revenue. */
    static PlanInput adventureWorks() {
        Path folder = Path.of("planning/adventureworks");
        List<AccountDemand> demand = rows(folder.resolve("accounts.csv")).stream()
                .map(row -> AnAccount.called(row.getField("account_id"))
                        .tier(tierOf(Integer.parseInt(row.getField("annual_sales"))))
                        .region(row.getField("territory"))
                        .heldBy(row.getField("account_manager_id"))
                        .build())
                .toList();
        List<Person> people = rows(folder.resolve("account_managers.csv")).stream()
                .map(row -> APerson.manager(row.getField("account_manager_id"))
                        .covering(row.getField("territory").isEmpty() ? List.of() : List.of(row.getField("territory")))
                        .build())
                .toList();
        return input(demand, people);
    }

    private static Tier tierOf(int turnover) {
        return turnover >= 3_000_000 ? Tier.TIER_2 : turnover >= 1_500_000 ? Tier.TIER_3 : Tier.NOT_A_KEY_ACCOUNT;
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An invented book: 25 regions, 3 languages, revenue log-normal, about 80 % of the capacity asked for. */
    static PlanInput generated(int accounts, int managers, int executives, long seed) {
        return filled(accounts, managers, executives, 80, seed);
    }

    /** The same with another part of the capacity asked for, in percent. */
    static PlanInput filled(int accounts, int managers, int executives, int percent, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int regions = Math.max(1, Math.min(25, managers / 4));
        List<String> languages = List.of("en", "de", "fr");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < managers; i++) {
            people.add(APerson.manager("m" + i)
                    .covering(List.of("r" + i % regions, "r" + (i + 1) % regions))
                    .speaking(List.of("en", languages.get(random.nextInt(3))))
                    .knowing("i" + random.nextInt(12))
                    .reportingTo("x" + random.nextInt(Math.max(1, executives)))
                    .build());
        }
        for (int i = 0; i < executives; i++) {
            people.add(APerson.executive("x" + i, 3 + random.nextInt(3)).build());
        }
        double scale = 110.0 * managers * percent / 100 / accounts / 2.4;
        List<AccountDemand> demand = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            int dice = random.nextInt(100);
            Tier tier =
                    dice < 4 ? Tier.TIER_1 : dice < 35 ? Tier.TIER_2 : dice < 85 ? Tier.TIER_3 : Tier.NOT_A_KEY_ACCOUNT;
            int region = random.nextInt(regions);
            AnAccount account = AnAccount.called("a" + i)
                    .tier(tier)
                    .points(Points.ofThousandths(Math.round(pointsOf(tier).thousandths() * scale)))
                    .region("r" + region)
                    .language(languages.get(dice % 2 == 0 ? 0 : random.nextInt(3)))
                    .industry("i" + random.nextInt(12))
                    .revenue(BigDecimal.valueOf(Math.round(Math.exp(random.nextDouble() * 3 + 9))))
                    .heldBy("m" + (region + regions * random.nextInt(managers / regions)));
            if (tier == Tier.TIER_1 && executives > 0) {
                account.sponsorNeeded(3 + random.nextInt(3));
            }
            demand.add(account.build());
        }
        return input(demand, people);
    }

    static Points pointsOf(Tier tier) {
        return switch (tier) {
            case TIER_1 -> Points.of("10");
            case TIER_2 -> Points.of("3");
            case TIER_3 -> Points.of("1");
            case NOT_A_KEY_ACCOUNT -> Points.of("0.5");
        };
    }
}
