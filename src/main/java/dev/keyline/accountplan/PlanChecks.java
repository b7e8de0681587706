package dev.keyline.accountplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Turns an edited document into a plan, or says everything that is wrong with it. */
final class PlanChecks {
    // a plan is read by people; the bound keeps a brief of it, as a PDF, within reason
    private static final int MAX_CHARACTERS = 500_000;

    private final ObjectMapper mapper;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PlanChecks(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The plan as edited.
     *
     * @param before what the account's plan was: what it referred to already is not asked for again, because a contact
     *     may be removed from the portfolio while the plan still tells of it
     * @param place where in the document the caller's body stands; what is wrong elsewhere contradicts the plan
     * @throws BadInputException with pointers into the caller's body
     * @throws ConflictException when the edit would break another entry
     */
    PlanDocument read(
            Handle handle, String account, PlanDocument before, ObjectNode edited, String place, LocalDate today) {
        if (edited.toString().length() > MAX_CHARACTERS) {
            throw new BadInputException("", "makes the plan longer than " + MAX_CHARACTERS + " characters");
        }
        nameEntries(edited);
        PlanShape shape = new PlanShape(today);
        shape.document(edited);
        List<InputError> errors = new ArrayList<>(shape.errors());
        Map<String, Set<String>> known = entries(edited, errors);
        for (PlanShape.InnerReference reference : shape.innerReferences()) {
            if (!known.getOrDefault(reference.section(), Set.of()).contains(reference.id())) {
                errors.add(new InputError(
                        reference.pointer(), "there is no " + reference.id() + " in " + reference.section()));
            }
        }
        PlanShape old = new PlanShape(today);
        old.document(mapper.valueToTree(before));
        references(handle, account, shape.references(), old.references(), errors);
        refuse(errors, place);
        try {
            return mapper.treeToValue(edited, PlanDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the checks let through what is no plan", e);
        }
    }

    /** An entry without an id gets one. */
    private void nameEntries(ObjectNode document) {
        for (Section section : Section.ALL) {
            if (section.isList() && document.get(section.name()) != null) {
                document.get(section.name()).forEach(entry -> {
                    if (entry instanceof ObjectNode object && !object.hasNonNull("id")) {
                        object.put("id", ids.generate().toString());
                    }
                });
            }
        }
    }

    /** The ids of each section's entries. */
    private static Map<String, Set<String>> entries(JsonNode document, List<InputError> errors) {
        Map<String, Set<String>> known = new HashMap<>();
        for (Section section : Section.ALL) {
            JsonNode entries = document.path(section.name());
            if (!section.isList() || !entries.isArray()) {
                continue;
            }
            Set<String> names = known.computeIfAbsent(section.name(), name -> new HashSet<>());
            Set<String> contacts = new HashSet<>();
            for (int i = 0; i < entries.size(); i++) {
                String pointer = "/" + section.name() + "/" + i;
                if (!names.add(entries.get(i).path("id").asText())) {
                    errors.add(new InputError(pointer + "/id", "is the id of an entry before it"));
                }
                if (section.entryType() == Stakeholder.class
                        && !contacts.add(entries.get(i).path("contactId").asText())) {
                    errors.add(new InputError(pointer + "/contactId", "has an entry before it"));
                }
            }
        }
        return known;
    }

    private static void references(
            Handle handle,
            String account,
            List<PlanShape.Reference> asked,
            List<PlanShape.Reference> held,
            List<InputError> errors) {
        for (Entity entity : List.of(Entity.PERSON, Entity.PRODUCT, Entity.CONTACT)) {
            Set<String> kept = ids(held, entity);
            Set<String> ids = ids(asked, entity);
            ids.removeAll(kept);
            if (ids.isEmpty()) {
                continue;
            }
            Set<String> known = entity == Entity.CONTACT
                    ? ofAccount(Known.owners(handle, entity, ids), account)
                    : Known.among(handle, entity, ids);
            asked.stream()
                    .filter(reference -> reference.entity() == entity)
                    .filter(reference -> ids.contains(reference.id()) && !known.contains(reference.id()))
                    .forEach(reference -> errors.add(new InputError(
                            reference.pointer(),
                            "there is no " + entity.spoken() + " " + reference.id()
                                    + (entity == Entity.CONTACT ? " at this account" : ""))));
        }
    }

    private static Set<String> ofAccount(Map<String, String> owners, String account) {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().equals(account))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(List<PlanShape.Reference> references, Entity entity) {
        return references.stream()
                .filter(reference -> reference.entity() == entity)
                .map(PlanShape.Reference::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void refuse(List<InputError> errors, String place) {
        List<InputError> inBody = errors.stream()
                .filter(error -> (error.pointer() + "/").startsWith(place + "/"))
                .map(error -> new InputError(error.pointer().substring(place.length()), error.message()))
                .toList();
        if (!inBody.isEmpty()) {
            throw new BadInputException(inBody);
        }
        if (!errors.isEmpty()) {
            throw new ConflictException("The plan would contradict itself: "
                    + errors.stream()
                            .map(error -> error.pointer().substring(1) + " " + error.message())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
    }
}
