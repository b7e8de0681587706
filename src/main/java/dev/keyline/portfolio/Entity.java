package dev.keyline.portfolio;

import static dev.keyline.portfolio.Field.choice;
import static dev.keyline.portfolio.Field.column;
import static dev.keyline.portfolio.Field.decimal;
import static dev.keyline.portfolio.Field.reference;
import static dev.keyline.portfolio.Field.text;
import static dev.keyline.portfolio.Field.whole;
import static dev.keyline.portfolio.FieldType.COUNTRY;
import static dev.keyline.portfolio.FieldType.CURRENCY;
import static dev.keyline.portfolio.FieldType.DAY;
import static dev.keyline.portfolio.FieldType.DECIMAL;
import static dev.keyline.portfolio.FieldType.FLAG;
import static dev.keyline.portfolio.FieldType.INSTANT;
import static dev.keyline.portfolio.FieldType.LANGUAGE;
import static dev.keyline.portfolio.FieldType.LIST;
import static dev.keyline.portfolio.FieldType.TIME_ZONE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the portfolio is made of, in an order in which everything comes after what it refers to. A field stands for a
 * column of the table; what is not a field (revisions, times of change) is not for writing.
 */
public enum Entity {
    ACCOUNT_GROUP(
            "account_group", text("id").asKey(), text("name").asRequired(), reference("parent_id", "account_group")),
    PRODUCT("product", text("id").asKey(), text("name").asRequired(), text("family")),
    ATTRIBUTE_DEFINITION(
            "attribute_definition",
            text("name").asKey(),
            choice("type", "text", "number", "boolean", "date").asRequired(),
            text("unit"),
            text("description")),
    EXCHANGE_RATE(
            "exchange_rate",
            column("currency", CURRENCY).asKey(),
            column("on_day", DAY).asKey(),
            column("rate", DECIMAL).asRequired()),
    PERSON(
            "person",
            text("id").asKey(),
            text("name").asRequired(),
            text("email"),
            choice("kind", "account-manager", "executive").asRequired(),
            text("title"),
            reference("line_manager_id", "person"),
            whole("level", 1, 6).or("1"),
            column("languages", LIST).or("'{}'"),
            column("industries", LIST).or("'{}'"),
            column("regions", LIST).or("'{}'"),
            decimal("capacity_points", 0, 10_000).or("110"),
            whole("max_sponsored", 0, 10_000),
            column("starts_on", DAY),
            column("leaves_on", DAY),
            column("clearances", LIST).or("'{}'"),
            column("skills", LIST).or("'{}'"),
            column("country", COUNTRY),
            text("city"),
            column("time_zone", TIME_ZONE),
            column("growth", FLAG)),
    LEAVE(
            "leave",
            reference("person_id", "person").asKey(),
            column("from_day", DAY).asKey(),
            column("to_day", DAY).asRequired()),
    ACCOUNT(
            "account",
            text("id").asKey(),
            text("name").asRequired(),
            reference("group_id", "account_group"),
            text("industry"),
            text("region"),
            column("country", COUNTRY),
            text("city"),
            column("language", LANGUAGE),
            whole("employees", 0, Integer.MAX_VALUE),
            decimal("annual_turnover", 0, Long.MAX_VALUE),
            column("turnover_currency", CURRENCY),
            column("customer_since", DAY),
            choice("market_position", "leader", "challenger", "follower", "niche"),
            choice("reference_standing", "none", "private", "public", "co-marketing"),
            column("in_negotiation", FLAG).or("false"),
            choice("imported_tier", "Tier 1", "Tier 2", "Tier 3", "not a key account"),
            text("clearance"),
            column("skills", LIST).or("'{}'"),
            column("time_zone", TIME_ZONE)),
    ASSIGNMENT(
            "assignment",
            reference("account_id", "account").asKey(),
            choice("role", "account-manager", "executive-sponsor").asKey(),
            reference("person_id", "person").asRequired(),
            column("since", DAY),
            column("pinned", FLAG).or("false")),
    RELATIONSHIP(
            "relationship",
            reference("account_id", "account").asKey(),
            reference("person_id", "person").asKey(),
            column("last_on", DAY)),
    TIER_OVERRIDE(
            "tier_override",
            reference("account_id", "account").asKey(),
            choice("tier", "Tier 1", "Tier 2", "Tier 3", "not a key account").asRequired(),
            text("reason").asRequired(),
            text("author").asRequired(),
            column("expires_on", DAY).asRequired()),
    CONTACT(
            "contact",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            text("name").asRequired(),
            text("title"),
            choice("role", "economic-buyer", "technical-decision-maker", "end-user", "champion", "detractor")
                    .asRequired(),
            whole("level", 1, 6),
            choice("sentiment", "positive", "neutral", "negative"),
            column("last_contacted_on", DAY),
            column("left_on", DAY)),
    CONTRACT(
            "contract",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            reference("product_id", "product"),
            column("starts_on", DAY).asRequired(),
            column("ends_on", DAY).asRequired(),
            decimal("annual_value", 0, Long.MAX_VALUE).asRequired(),
            column("currency", CURRENCY).asRequired(),
            column("notice_given_on", DAY)),
    ENTITLEMENT(
            "entitlement",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            reference("product_id", "product").asRequired(),
            text("business_unit"),
            text("region"),
            whole("seats", 0, Integer.MAX_VALUE),
            column("starts_on", DAY),
            column("ends_on", DAY)),
    OPPORTUNITY(
            "opportunity",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            text("name").asRequired(),
            reference("product_id", "product"),
            decimal("amount", 0, Long.MAX_VALUE).asRequired(),
            column("currency", CURRENCY).asRequired(),
            column("opened_on", DAY).asRequired(),
            column("closed_on", DAY)),
    USAGE(
            "usage",
            reference("account_id", "account").asKey(),
            text("metric").asKey(),
            column("read_at", INSTANT).asKey(),
            column("value", DECIMAL).asRequired()),
    SATISFACTION(
            "satisfaction",
            reference("account_id", "account").asKey(),
            choice("kind", "nps", "csat").asKey(),
            column("read_at", INSTANT).asKey(),
            column("score", DECIMAL).asRequired()),
    TICKET(
            "ticket",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            text("subject"),
            choice("severity", "critical", "high", "medium", "low").asRequired(),
            column("escalated", FLAG).or("false"),
            choice("sentiment", "positive", "neutral", "negative"),
            column("opened_at", INSTANT).asRequired(),
            column("closed_at", INSTANT)),
    SIGNAL(
            "signal",
            text("id").asKey(),
            reference("account_id", "account").asRequired(),
            text("kind").asRequired(),
            text("detail"),
            column("occurred_at", INSTANT).asRequired(),
            column("withdrawn_at", INSTANT));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Field> fields;

    Entity(String word, Field... fields) {
        this.word = word;
        this.fields = List.of(fields);
    }

    /** The name mapping documents call it by. */
    public String word() {
        return word;
    }

    /** How a person would call one of them. */
    public String spoken() {
        return word.replace('_', ' ');
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public List<Field> keys() {
        return fields.stream().filter(Field::key).toList();
    }

    public static Optional<Entity> named(String word) {
        return Arrays.stream(values())
                .filter(entity -> entity.word.equals(word))
                .findFirst();
    }

    /** The field that names the account (of what belongs to none: the thing) whose facts a change may alter. */
    String owner() {
        return field("account_id").isPresent() ? "account_id" : fields.get(0).name();
    }

    /** The tables as the schema names them; the two kinds of readings have a longer name there. */
    String table() {
        return switch (this) {
            case USAGE -> "usage_reading";
            case SATISFACTION -> "satisfaction_reading";
            default -> word;
        };
    }
}
