package dev.keyline.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The 500 companies and the groups they belong to. */
final class Companies {
    private static final List<Industry> INDUSTRIES = List.of(Industry.values());
    private static final int COUNT = 500;
    private static final int GROUPS = 60;

    /** Groups that belong to another group themselves. */
    private static final int CHILD_GROUPS = 14;

    private final Names names;
    private final List<Company> all = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Companies(Names names) {
        this.names = names;
        for (int i = 0; i < GROUPS; i++) {
            String stem = names.stem();
            String parent = i < GROUPS - CHILD_GROUPS
                    ? null
                    : groups.get((i * 5) % (GROUPS - CHILD_GROUPS)).id();
            groups.add(
                    new Group("G%02d".formatted(i + 1), stem, stem + (parent == null ? " Group" : " Holding"), parent));
        }
        place(cast());
    }

    List<Company> all() {
        return all;
    }

    Table accountGroups() {
        Table table = new Table("account_group", "id", "name", "parent_id");
        groups.forEach(group -> table.add(group.id(), group.name(), group.parent()));
        return table;
    }

    /** Every standing's companies spread evenly over the regions, so that each region has its share of the work. */
    private List<Part> cast() {
        List<Part> parts = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            List<Story> stories = new ArrayList<>();
            for (Story story : Story.values()) {
                for (int i = 0; i < story.accounts(standing); i++) {
                    stories.add(story);
                }
            }
            stories = Dice.of("stories", standing.name()).shuffled(stories);
            for (int i = 0; i < stories.size(); i++) {
                parts.add(new Part(region((i + 0.5) / stories.size()), standing, stories.get(i)));
            }
        }
        if (parts.size() != COUNT) {
            throw new IllegalStateException("the stories make " + parts.size() + " accounts");
        }
        return Dice.of("companies", "order").shuffled(parts);
    }

    private void place(List<Part> parts) {
        Map<Region, Integer> inRegion = new EnumMap<>(Region.class);
        List<Market> uncoverable = new ArrayList<>(Market.UNCOVERABLE);
        int ofStrategic = 0;
        for (Part part : parts) {
            int number = all.size() + 1;
            Dice dice = Dice.of("company", Integer.toString(number));
            Market market = market(part.region(), inRegion.merge(part.region(), 1, Integer::sum));
            if (part.standing() == Standing.SMALL && part.story().term == Term.RUNNING) {
                market = uncoverable.stream()
                        .filter(one -> one.region() == part.region())
                        .findFirst()
                        .orElse(market);
                uncoverable.remove(market);
            }
            // The strategic accounts go round the industries: two competitors must not share a sponsor.
            Industry industry = part.standing() == Standing.STRATEGIC
                    ? INDUSTRIES.get(ofStrategic++ % INDUSTRIES.size())
                    : dice.chance(0.08) ? Industry.RETAIL : dice.pick(INDUSTRIES);
            Group group = dice.chance(part.standing() == Standing.SMALL ? 0.2 : 0.5) ? dice.pick(groups) : null;
            all.add(new Company(
                    "A%03d".formatted(number),
                    name(group, industry, market, dice),
                    group == null ? null : group.id(),
                    market,
                    dice.pick(market.cities()),
                    industry,
                    part.standing(),
                    part.story()));
        }
    }

    private String name(@Nullable Group group, Industry industry, Market market, Dice dice) {
        String stem = group == null ? names.stem() : group.stem();
        String name;
        do {
            name = "%s %s %s".formatted(stem, dice.pick(industry.words()), dice.pick(market.legalForms()));
            if (taken.contains(name)) {
                name = "%s %s %s".formatted(stem, dice.pick(market.cities()), dice.pick(market.legalForms()));
            }
            if (taken.contains(name)) {
                stem = names.stem();
            }
        } while (!taken.add(name));
        return name;
    }

    /** The region at a place along all accounts lined up by region, 0…1. */
    private static Region region(double place) {
        double passed = 0;
        for (Region region : Region.values()) {
            passed += region.accounts / (double) COUNT;
            if (place < passed) {
                return region;
            }
        }
        throw new IllegalArgumentException("no region at " + place);
    }

    /** Goes round a region's markets in proportion to their shares. */
    private static Market market(Region region, int turn) {
        List<Market> turns = new ArrayList<>();
        for (Market market : Market.ALL) {
            if (market.region() == region) {
                for (int i = 0; i < market.share(); i++) {
                    turns.add(market);
                }
            }
        }
        return Dice.of("markets", region.name()).shuffled(turns).get(turn % turns.size());
    }

    private record Part(Region region, Standing standing, Story story) {}

    private record Group(
            String id, String stem, String name, @Nullable String parent) {}
}
