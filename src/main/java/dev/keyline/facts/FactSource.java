package dev.keyline.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a fact comes from when nobody posts it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FactSource.Column.class, name = "column"),
    @JsonSubTypes.Type(value = FactSource.Attribute.class, name = "attribute"),
    @JsonSubTypes.Type(value = FactSource.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = FactSource.Previous.class, name = "previous"),
    @JsonSubTypes.Type(value = FactSource.Derivation.class, name = "derivation"),
    @JsonSubTypes.Type(value = FactSource.Records.class, name = "list"),
    @JsonSubTypes.Type(value = FactSource.Caller.class, name = "caller")
})
public sealed interface FactSource {
    /** A decision without it is refused. */
    boolean required();

    /**
     * A column of the account.
     *
     * @param currency the column that says which currency an amount is in; null for anything but money
     * @param in {@code reporting-currency} where an amount is brought into it
     */
    record Column(
            String column,
            @Nullable String currency,
            @Nullable String in,
            boolean required) implements FactSource {}

    /** A custom attribute of the account. */
    record Attribute(String attribute, boolean required) implements FactSource {}

    /**
     * What another policy concludes in the same run.
     *
     * @param path the component of its outcome; null: the whole
     */
    record Outcome(String policy, @Nullable String path, boolean required) implements FactSource {}

    /**
     * What a policy concluded in the last finished review.
     *
     * @param otherwise the column of the account that stands in before the first review
     */
    record Previous(
            String policy, @Nullable String path, @Nullable String otherwise, boolean required) implements FactSource {}

    /** A function over the records of a source. */
    record Derivation(
            Function derive,
            String of,
            @Nullable String field,
            @JsonProperty("while") @Nullable State during,
            @Nullable Map<String, Object> where,
            @Nullable Period within,
            @Nullable Period over,
            @Nullable String in,
            boolean required)
            implements FactSource {}

    /**
     * The records themselves.
     *
     * @param field the one field that is listed; null: each record with the components the vocabulary gives it
     */
    record Records(
            String of,
            @JsonProperty("while") @Nullable State during,
            @Nullable Map<String, Object> where,
            @Nullable Period within,
            @Nullable String field,
            boolean required)
            implements FactSource {}

    /** Whoever asks sends it: no account has it, so a policy that requires it is none of accounts. */
    record Caller(boolean required) implements FactSource {}

    /** What a derivation computes; see {@link Derivations}. */
    enum Function {
        @JsonProperty("last")
        LAST,
        @JsonProperty("last-but-one")
        LAST_BUT_ONE,
        @JsonProperty("mean")
        MEAN,
        @JsonProperty("sum")
        SUM,
        @JsonProperty("count")
        COUNT,
        @JsonProperty("count-distinct")
        COUNT_DISTINCT,
        @JsonProperty("earliest")
        EARLIEST,
        @JsonProperty("latest")
        LATEST,
        @JsonProperty("days-since")
        DAYS_SINCE,
        @JsonProperty("days-until")
        DAYS_UNTIL,
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("lifetime-value")
        LIFETIME_VALUE
    }

    /** Which records count at the as-of day. */
    enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("present")
        PRESENT,
        @JsonProperty("engaged")
        ENGAGED,
        @JsonProperty("overdue")
        OVERDUE,
        @JsonProperty("acting")
        ACTING
    }
}
