package dev.keyline.portfolio.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.portfolio.AccountStore;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.FieldType;
import dev.keyline.portfolio.JsonRow;
import dev.keyline.portfolio.JsonValue;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Overrides;
import dev.keyline.portfolio.PortfolioChange;
import dev.keyline.portfolio.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an account: its own fields wholly, and each list that the body has. A list that the body leaves out stays as
 * it is.
 */
final class AccountPut {
    private static final String OVERRIDE = "tierOverride";
    private static final Map<String, Entity> LISTS = lists();

    private final String id;
    private final JsonNode body;
    private final Overrides overrides;
    private final String caller;
    private final WriteChecks checks = new WriteChecks();

    AccountPut(String id, JsonNode body, Overrides overrides, String caller) {
        this.id = id;
        this.body = body;
        this.overrides = overrides;
        this.caller = caller;
    }

    private static Map<String, Entity> lists() {
        Map<String, Entity> lists = new LinkedHashMap<>();
        lists.put("assignments", Entity.ASSIGNMENT);
        lists.put("contacts", Entity.CONTACT);
        lists.put("contracts", Entity.CONTRACT);
        lists.put("entitlements", Entity.ENTITLEMENT);
        lists.put("opportunities", Entity.OPPORTUNITY);
        return lists;
    }

    /** True when the account is new. */
    boolean apply(PortfolioChange change, @Nullable String ifMatch) {
        Optional<Long> revision = AccountStore.lockRevision(change.handle(), id);
        Tags.check(ifMatch, revision);
        PlacedRow account = account(change);
        Map<String, List<PlacedRow>> lists = new LinkedHashMap<>();
        LISTS.forEach((property, entity) -> {
            List<PlacedRow> rows = checks.rows(body, property, entity, Map.of("account_id", id));
            checks.references(change.handle(), entity, rows, Set.of("account_id"));
            if (entity != Entity.ASSIGNMENT) {
                checks.ownership(change.handle(), entity, rows, id);
            }
            lists.put(property, rows);
        });
        List<PlacedRow> override = override();
        checks.refuseIfAny();
        boolean isNew = checks.write(change, Entity.ACCOUNT, List.of(account)).inserted() == 1;
        LISTS.forEach((property, entity) -> replace(change, property, entity, lists.getOrDefault(property, List.of())));
        if (body.has(OVERRIDE)) {
            change.removeOthers(Entity.TIER_OVERRIDE, id, override.isEmpty() ? List.of() : List.of(id));
            checks.write(change, Entity.TIER_OVERRIDE, override);
            if (override.isEmpty()) {
                overrides.takeTierBack(change, id, caller);
            }
        }
        return isNew;
    }

    private PlacedRow account(PortfolioChange change) {
        List<String> others = new ArrayList<>(LISTS.keySet());
        others.add(OVERRIDE);
        others.add(Row.ATTRIBUTES);
        PlacedRow placed = checks.row(body, "", Entity.ACCOUNT, Map.of("id", id), others);
        Field key = Entity.ACCOUNT.keys().get(0);
        key.refusal(id).ifPresent(refusal -> checks.refuse("id", refusal));
        checks.references(change.handle(), Entity.ACCOUNT, List.of(placed), Set.of());
        Map<String, @Nullable Object> values = new LinkedHashMap<>(placed.row().values());
        values.put(Row.ATTRIBUTES, attributes(change));
        return new PlacedRow("", new Row(values));
    }

    private Map<String, @Nullable Object> attributes(PortfolioChange change) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        // what the account has and the body does not is emptied
        AccountStore.find(change.handle(), id)
                .ifPresent(account -> account.attributes().keySet().forEach(name -> attributes.put(name, null)));
        JsonNode node = body.get(Row.ATTRIBUTES);
        if (node == null || node.isNull()) {
            return attributes;
        }
        if (!node.isObject()) {
            checks.refuse("/attributes", "must be an object");
            return attributes;
        }
        Map<String, String> types = Known.attributeTypes(change.handle());
        node.properties()
                .forEach(entry -> attributes.put(
                        entry.getKey(), attribute(entry.getKey(), types.get(entry.getKey()), entry.getValue())));
        return attributes;
    }

    private @Nullable Object attribute(String name, @Nullable String type, JsonNode node) {
        String pointer = "/attributes/" + JsonRow.escaped(name);
        if (type == null) {
            checks.refuse(pointer, "is no declared attribute; declare it with PUT /attributes/" + name);
            return null;
        }
        if (node.isNull()) {
            return null;
        }
        Field field = Field.attribute(name, FieldType.ofAttribute(type));
        Optional<?> value = JsonValue.read(field.type(), node);
        Optional<String> refusal =
                value.isEmpty() ? Optional.of("must be " + JsonValue.expected(field)) : field.refusal(value.get());
        refusal.ifPresent(message -> checks.refuse(pointer, message));
        return value.orElse(null);
    }

    private List<PlacedRow> override() {
        JsonNode node = body.get(OVERRIDE);
        if (node == null || node.isNull()) {
            return List.of();
        }
        return List.of(checks.row(node, "/" + OVERRIDE, Entity.TIER_OVERRIDE, Map.of("account_id", id), List.of()));
    }

    private void replace(PortfolioChange change, String property, Entity entity, List<PlacedRow> rows) {
        if (!body.hasNonNull(property)) {
            return;
        }
        String key = entity == Entity.ASSIGNMENT ? "role" : "id";
        change.removeOthers(
                entity,
                id,
                rows.stream()
                        .map(placed -> String.valueOf(placed.row().get(key)))
                        .toList());
        checks.write(change, entity, rows);
    }
}
