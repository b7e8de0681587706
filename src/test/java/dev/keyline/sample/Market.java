package dev.keyline.sample;

import java.util.List;
import java.util.Locale;

/**
 * Where companies sit: a country with the language its people do business in, inside a sales region.
 *
 * @param share how many of a region's accounts sit here, relative to its other markets
 * @param names the locale that people's names come from
 */
record Market(
        Region region,
        String country,
        String language,
        String currency,
        int share,
        Locale names,
        List<String> legalForms,
        List<String> cities) {

    static final List<Market> ALL = List.of(
            market(
                    Region.EAST,
                    "US",
                    "en",
                    "USD",
                    7,
                    "en-US",
                    "Inc|Corp|LLC",
                    "New York|Boston|Atlanta|Charlotte|Chicago"),
            market(Region.EAST, "CA", "en", "CAD", 2, "en-CA", "Inc|Ltd", "Toronto|Ottawa|Hamilton"),
            market(Region.EAST, "CA", "fr", "CAD", 1, "fr-CA", "Inc|Ltée", "Montréal|Québec"),
            market(
                    Region.WEST,
                    "US",
                    "en",
                    "USD",
                    8,
                    "en-US",
                    "Inc|Corp|LLC",
                    "Seattle|Denver|Phoenix|Portland|San Diego"),
            market(Region.WEST, "CA", "en", "CAD", 2, "en-CA", "Inc|Ltd", "Vancouver|Calgary"),
            market(
                    Region.LATIN,
                    "BR",
                    "pt",
                    "BRL",
                    5,
                    "pt-BR",
                    "S.A.|Ltda",
                    "São Paulo|Curitiba|Recife|Belo Horizonte"),
            market(Region.LATIN, "MX", "es", "MXN", 4, "es-MX", "S.A. de C.V.", "Monterrey|Guadalajara|Puebla"),
            market(Region.ISLES, "GB", "en", "GBP", 8, "en-GB", "Ltd|plc", "London|Leeds|Bristol|Glasgow|Manchester"),
            market(Region.ISLES, "IE", "en", "EUR", 2, "en-IE", "Ltd|DAC", "Dublin|Cork|Galway"),
            market(Region.DACH, "DE", "de", "EUR", 7, "de", "GmbH|AG|SE|KG", "Hamburg|München|Köln|Stuttgart|Leipzig"),
            market(Region.DACH, "AT", "de", "EUR", 2, "de-AT", "GmbH|AG", "Wien|Graz|Linz"),
            market(Region.DACH, "CH", "de", "CHF", 2, "de-CH", "AG|GmbH", "Zürich|Basel|Bern"),
            market(Region.FRANCE, "FR", "fr", "EUR", 5, "fr", "SA|SAS|SARL", "Paris|Lyon|Lille|Nantes|Toulouse"),
            market(Region.FRANCE, "BE", "nl", "EUR", 2, "nl", "NV|BV", "Antwerpen|Gent|Leuven"),
            market(Region.FRANCE, "NL", "nl", "EUR", 3, "nl", "BV|NV", "Rotterdam|Utrecht|Eindhoven"),
            market(Region.SOUTH, "IT", "it", "EUR", 4, "it", "S.p.A.|S.r.l.", "Milano|Torino|Bologna|Verona"),
            market(Region.SOUTH, "ES", "es", "EUR", 4, "es", "S.A.|S.L.", "Madrid|Valencia|Bilbao|Sevilla"),
            market(Region.SOUTH, "PT", "pt", "EUR", 2, "pt", "S.A.|Lda", "Lisboa|Porto|Braga"),
            market(Region.ASIA, "JP", "ja", "JPY", 4, "en", "K.K.", "Tokyo|Osaka|Nagoya|Fukuoka"),
            market(Region.ASIA, "SG", "en", "SGD", 3, "en", "Pte Ltd", "Singapore"),
            market(Region.ASIA, "IN", "en", "INR", 3, "en-IND", "Pvt Ltd|Ltd", "Pune|Chennai|Bengaluru|Hyderabad"));

    /** Countries whose language no manager of the sample speaks: their accounts stay uncovered, with a reason. */
    static final List<Market> UNCOVERABLE = List.of(
            market(Region.ASIA, "KR", "ko", "USD", 1, "en", "Co Ltd", "Seoul"),
            market(Region.SOUTH, "GR", "el", "EUR", 1, "en", "S.A.", "Thessaloniki"),
            market(Region.DACH, "HU", "hu", "EUR", 1, "en", "Kft", "Budapest"));

    private static Market market(
            Region region,
            String country,
            String language,
            String currency,
            int share,
            String names,
            String legalForms,
            String cities) {
        return new Market(
                region,
                country,
                language,
                currency,
                share,
                Locale.forLanguageTag(names),
                List.of(legalForms.split("\\|")),
                List.of(cities.split("\\|")));
    }
}
