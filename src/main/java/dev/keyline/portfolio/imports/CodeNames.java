package dev.keyline.portfolio.imports;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;

/** Countries and languages by the names and longer codes that people write instead of the short ISO code. */
final class CodeNames {
    private CodeNames() {}

    static Map<String, String> countries(Locale language) {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH), code);
            codes.put(country.getDisplayCountry(language), code);
            try {
                codes.put(country.getISO3Country(), code);
            } catch (MissingResourceException noLongCode) {
                // then nobody can write it
            }
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(code, code);
        }
        codes.put("USA", "US");
        codes.put("UK", "GB");
        codes.put("Great Britain", "GB");
        codes.put("United States of America", "US");
        return codes;
    }

    static Map<String, String> languages(Locale language) {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : Locale.getISOLanguages()) {
            Locale spoken = new Locale(code);
            codes.put(spoken.getDisplayLanguage(Locale.ENGLISH), code);
            codes.put(spoken.getDisplayLanguage(language), code);
        }
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
        }
        return codes;
    }
}
