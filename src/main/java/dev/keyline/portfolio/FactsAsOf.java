package dev.keyline.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyline.facts.AsOfDay;
import dev.keyline.facts.Derivations;
import dev.keyline.facts.Fact;
import dev.keyline.facts.FactCatalogue;
import dev.keyline.facts.FactSource;
import dev.keyline.facts.SourceRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes facts of the portfolio's records: columns, custom attributes, derivations and lists, as JSON has them. */
final class FactsAsOf {
    private final Handle handle;
    private final FactCatalogue catalogue;
    private final AsOfDay asOf;
    private final String reportingCurrency;
    private final ObjectMapper mapper;

    FactsAsOf(Handle handle, FactCatalogue catalogue, AsOfDay asOf, String reportingCurrency, ObjectMapper mapper) {
        this.handle = handle;
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.reportingCurrency = reportingCurrency;
        this.mapper = mapper;
    }

    /** By account; an account that does not exist is left out. */
    Map<String, Map<String, Object>> of(Collection<String> accounts) {
        Map<String, Map<String, List<SourceRecord>>> records =
                new SourceRecords(handle, catalogue, asOf.day(), mapper).of(accounts);
        Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
        handle.createQuery("select * from account where id = any(:accounts)")
                .bindArray("accounts", String.class, accounts.toArray())
                .map((row, context) -> {
                    String id = row.getString("id");
                    facts.put(id, facts(row, records.getOrDefault(id, Map.of())));
                    return id;
                })
                .list();
        return facts;
    }

    private Map<String, Object> facts(ResultSet account, Map<String, List<SourceRecord>> records) throws SQLException {
        Map<String, ?> attributes = attributes(account.getString("attributes"));
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : catalogue.all()) {
            Object value = plain(value(fact, account, attributes, records));
            if (value != null) {
                facts.put(fact.name(), value);
            }
        }
        return facts;
    }

    private @Nullable Object value(
            Fact fact, ResultSet account, Map<String, ?> attributes, Map<String, List<SourceRecord>> records)
            throws SQLException {
        FactSource source = fact.source();
        if (source instanceof FactSource.Column column) {
            return column.currency() == null
                    ? account.getObject(column.column())
                    : money(account.getBigDecimal(column.column()), account.getString(column.currency()));
        }
        if (source instanceof FactSource.Attribute attribute) {
            return attributes.get(attribute.attribute());
        }
        if (source instanceof FactSource.Derivation derivation) {
            return Derivations.of(derivation, records.getOrDefault(derivation.of(), List.of()), asOf);
        }
        if (source instanceof FactSource.Records list) {
            return Derivations.records(list, records.getOrDefault(list.of(), List.of()), asOf).stream()
                    .map(record -> element(fact, list, record))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return null; // outcomes are made by the policies themselves
    }

    private @Nullable BigDecimal money(@Nullable BigDecimal amount, @Nullable String currency) {
        BigDecimal rate = asOf.rates().get(currency == null ? reportingCurrency : currency);
        return amount == null || rate == null ? null : amount.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static @Nullable Object element(Fact fact, FactSource.Records list, SourceRecord record) {
        return list.field() == null ? components(fact, record) : record.fields().get(list.field());
    }

    /** Only what the vocabulary says such a record has. */
    private static Map<String, Object> components(Fact fact, SourceRecord record) {
        Map<String, Object> components = new LinkedHashMap<>();
        fact.type().components().forEach(component -> {
            Object value = plain(record.fields().get(component.name()));
            if (value != null) {
                components.put(component.name(), value);
            }
        });
        return components;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof java.sql.Date date) {
            return date.toString();
        }
        if (value instanceof LocalDate || value instanceof Instant) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private Map<String, ?> attributes(String json) {
        try {
            return mapper.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("account.attributes holds no JSON object: " + json, e);
        }
    }
}
