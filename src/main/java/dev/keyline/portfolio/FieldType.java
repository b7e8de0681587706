package dev.keyline.portfolio;

/** What a field of the portfolio holds, and the Java type its values have in a {@link Row}. */
public enum FieldType {
    /** {@link String}. */
    TEXT("text"),
    /** {@link String}, one of the field's choices. */
    CHOICE("one of the field's words"),
    /** {@link Integer}. */
    WHOLE("a whole number"),
    /** {@link java.math.BigDecimal}. */
    DECIMAL("a number"),
    /** {@link java.time.LocalDate}. */
    DAY("a date"),
    /** {@link java.time.Instant}. */
    INSTANT("an instant"),
    /** {@link Boolean}. */
    FLAG("true or false"),
    /** {@link java.util.List} of {@link String}. */
    LIST("a list of texts"),
    /** {@link String}, an ISO 4217 code. */
    CURRENCY("an ISO 4217 currency code"),
    /** {@link String}, an ISO 3166-1 alpha-2 code. */
    COUNTRY("an ISO 3166-1 country code of two letters"),
    /** {@link String}, an ISO 639-1 code. */
    LANGUAGE("an ISO 639-1 language code of two letters"),
    /** {@link String}, a name of the IANA time zone database. */
    TIME_ZONE("an IANA time zone");

    private final String words;

    FieldType(String words) {
        this.words = words;
    }

    /**
     * The type of a custom attribute.
     *
     * @param word text, number, boolean or date
     */
    public static FieldType ofAttribute(String word) {
        return switch (word) {
            case "text" -> TEXT;
            case "number" -> DECIMAL;
            case "boolean" -> FLAG;
            case "date" -> DAY;
            default -> throw new IllegalArgumentException("no type of an attribute: " + word);
        };
    }

    /** The type as a person would say it, with its article. */
    public String words() {
        return words;
    }
}
