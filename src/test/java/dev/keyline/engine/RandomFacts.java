package dev.keyline.engine;

import dev.keyline.facts.FactCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts at random for a policy: near what its text compares them with, often absent, now and then of another type. */
final class RandomFacts {
    private static final Pattern TEXT = Pattern.compile("\"([^\"<>]{1,40})\"|&quot;([^&]{1,40})&quot;");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{1,9}(\\.\\d{1,3})?(?![\\w.-])");

    private final Random random;
    private final FactCatalogue catalogue;
    private final LocalDate today;
    private final List<String> texts = new ArrayList<>();
    private final List<BigDecimal> numbers = new ArrayList<>();

    RandomFacts(String policy, FactCatalogue catalogue, LocalDate today, long seed) {
        this.random = new Random(seed);
        this.catalogue = catalogue;
        this.today = today;
        Set<String> found = new LinkedHashSet<>();
        TEXT.matcher(policy.replaceAll("(?s)<annotationEntry>.*?</annotationEntry>", ""))
                .results()
                .forEach(match -> found.add(match.group(1) == null ? match.group(2) : match.group(1)));
        texts.addAll(found);
        NUMBER.matcher(policy)
                .results()
                .map(match -> new BigDecimal(match.group()))
                .distinct()
                .forEach(numbers::add);
        numbers.add(BigDecimal.ZERO);
    }

    Map<String, @Nullable Object> next(Set<String> facts) {
        Map<String, @Nullable Object> made = new HashMap<>();
        int absent = random.nextInt(4);
        for (String fact : facts) {
            made.put(
                    fact,
                    catalogue
                            .find(fact)
                            .map(known -> value(known.type(), absent))
                            .orElse(null));
        }
        return made;
    }

    /** @param absent of ten facts, about so many are not there */
    private @Nullable Object value(FactType type, int absent) {
        if (random.nextInt(10) < absent) {
            return null;
        }
        if (random.nextInt(400) == 0) {
            return random.nextBoolean() ? "of another kind" : new BigDecimal(-7);
        }
        if (!type.list()) {
            return single(type, absent);
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(single(type, absent));
        }
        return items;
    }

    private @Nullable Object single(FactType type, int absent) {
        return switch (type.kind()) {
            case NUMBER -> number(type);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> today.plusDays(random.nextInt(800) - 500);
            case RECORD -> {
                Map<String, @Nullable Object> components = new HashMap<>();
                type.components().forEach(component -> components.put(component.name(), value(component, absent)));
                yield components;
            }
            default -> text(type);
        };
    }

    private BigDecimal number(FactType type) {
        for (int attempt = 0; attempt < 20; attempt++) {
            BigDecimal near = numbers.get(random.nextInt(numbers.size()));
            BigDecimal number = switch (random.nextInt(4)) {
                case 0 -> near;
                case 1 -> near.add(BigDecimal.ONE);
                case 2 -> near.subtract(new BigDecimal("0.1"));
                default -> new BigDecimal(random.nextInt(10_000)).movePointLeft(random.nextInt(3));
            };
            if (type.test().test(number)) {
                return number;
            }
        }
        return BigDecimal.ONE;
    }

    private String text(FactType type) {
        for (int attempt = 0; attempt < 60 && !texts.isEmpty(); attempt++) {
            String text = texts.get(random.nextInt(texts.size()));
            if (type.test().test(text)) {
                return text;
            }
        }
        String allowed = type.allowed();
        return allowed == null ? "something" : allowed.replaceAll("(?s)^[^\"]*\"([^\"]*)\".*$", "$1");
    }
}
