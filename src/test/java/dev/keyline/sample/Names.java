package dev.keyline.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Names of people and companies, none given twice. Companies are built of syllables that mean nothing, so that a
 * likeness to a real one is chance.
 */
final class Names {
    private static final List<String> FIRST = List.of(
            "Alvo", "Bren", "Calor", "Dorv", "Elvan", "Fenn", "Galdr", "Hest", "Ilvar", "Jorv", "Kald", "Lorv",
            "Merrow", "Norv", "Ostr", "Pell", "Quill", "Rav", "Sond", "Tarv", "Ulm", "Velm", "Wend", "Yarr", "Zeph",
            "Brack", "Corv", "Drum", "Esk", "Farr", "Gild", "Harv", "Isk", "Keld", "Lund", "Marv", "Nest", "Orm",
            "Prand", "Rusk");
    private static final List<String> SECOND = List.of(
            "ane", "edo", "ika", "ora", "una", "ess", "and", "iro", "ella", "oth", "umo", "aris", "evia", "olt",
            "inta");
    private static final List<String> JAPANESE_FAMILY = List.of(
            "Aoki",
            "Endo",
            "Fujita",
            "Hara",
            "Inoue",
            "Kato",
            "Kondo",
            "Maeda",
            "Mori",
            "Nakagawa",
            "Ogawa",
            "Saito",
            "Takeda",
            "Ueda",
            "Wada",
            "Yamamoto");
    private static final List<String> JAPANESE_GIVEN = List.of(
            "Akira", "Aya", "Daichi", "Emi", "Haruto", "Kaori", "Kenji", "Mai", "Naoko", "Ren", "Satoshi", "Yui");

    private final Map<Locale, Faker> fakers = new HashMap<>();
    private final Random random = Dice.random("names", "people");
    private final Set<String> taken = new HashSet<>();
    private final List<String> stems;
    private int nextStem;

    Names() {
        List<String> all = new ArrayList<>();
        for (String first : FIRST) {
            SECOND.forEach(second -> all.add(first + second));
        }
        stems = Dice.of("names", "companies").shuffled(all);
    }

    String person(Market market) {
        String name;
        do {
            name = market.language().equals("ja") ? japanese() : western(market.names());
        } while (!taken.add(name));
        return name;
    }

    /** A word for a company or a group that no other bears. */
    String stem() {
        return stems.get(nextStem++);
    }

    private String western(Locale locale) {
        var name = fakers.computeIfAbsent(locale, at -> new Faker(at, random)).name();
        return name.firstName() + " " + name.lastName();
    }

    private String japanese() {
        return JAPANESE_GIVEN.get(random.nextInt(JAPANESE_GIVEN.size())) + " "
                + JAPANESE_FAMILY.get(random.nextInt(JAPANESE_FAMILY.size()));
    }
}
