package dev.keyline.accountplan;

import dev.keyline.portfolio.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays what the plan says of contacts over what the portfolio knows of them. */
final class StakeholderMap {
    private static final List<String> INFLUENCE = List.of("high", "medium", "low");

    private StakeholderMap() {}

    /** The most influential first; then those whom nobody has placed yet, unless they have left. */
    static List<MappedStakeholder> of(List<Stakeholder> placed, List<Contact> contacts) {
        Map<String, Contact> byId = new LinkedHashMap<>();
        contacts.forEach(contact -> byId.put(contact.id(), contact));
        List<MappedStakeholder> map = new ArrayList<>();
        placed.stream()
                .sorted(Comparator.comparingInt(stakeholder -> INFLUENCE.indexOf(stakeholder.influence())))
                .forEach(stakeholder -> map.add(merged(stakeholder, byId.remove(stakeholder.contactId()))));
        byId.values().stream()
                .filter(contact -> contact.leftOn() == null)
                .forEach(contact -> map.add(merged(null, contact)));
        return map;
    }

    private static MappedStakeholder merged(@Nullable Stakeholder placed, @Nullable Contact contact) {
        return new MappedStakeholder(
                placed == null ? Objects.requireNonNull(contact).id() : placed.contactId(),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.title(),
                contact == null ? null : contact.role(),
                contact == null ? null : contact.sentiment(),
                contact == null ? null : contact.lastContactedOn(),
                contact == null ? null : contact.leftOn(),
                placed == null ? null : placed.influence(),
                placed == null ? null : placed.stance(),
                placed == null ? null : placed.owner(),
                placed == null ? null : placed.note());
    }
}
