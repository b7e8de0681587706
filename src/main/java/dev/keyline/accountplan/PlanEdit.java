package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyline.http.BadInputException;
import dev.keyline.http.ConflictException;
import dev.keyline.http.NotFoundException;

/** A change of a plan's document. */
public interface PlanEdit {
    /** A place that no pointer starts with: nothing of the caller's is in the document. */
    String NOWHERE = "-";

    /**
     * Changes the document, whose every section is there, an array or null for a list that is empty.
     *
     * @return the pointer of the place where what the caller sent now stands
     */
    String apply(ObjectNode document);

    /** The whole document anew. */
    static PlanEdit replacePlan(JsonNode plan) {
        return document -> {
            if (!(plan instanceof ObjectNode object)) {
                throw new BadInputException("", "must be an object: the plan's sections");
            }
            document.removeAll();
            document.setAll(object.deepCopy());
            return "";
        };
    }

    /** A whole section anew: a list's entries, or what the section holds. */
    static PlanEdit replaceSection(Section section, JsonNode body) {
        return document -> {
            document.set(section.name(), body.deepCopy());
            return "/" + section.name();
        };
    }

    /** A section without anything in it. */
    static PlanEdit empty(Section section) {
        return document -> {
            document.remove(section.name());
            return NOWHERE;
        };
    }

    /** One entry more, at the end. */
    static PlanEdit add(Section section, JsonNode entry) {
        return document -> {
            ArrayNode entries = entries(document, section);
            entries.add(entry.deepCopy());
            return "/" + section.name() + "/" + (entries.size() - 1);
        };
    }

    /** An entry anew; it keeps its id and its place. */
    static PlanEdit replace(Section section, String id, JsonNode entry) {
        return document -> {
            ArrayNode entries = entries(document, section);
            int place = place(entries, section, id);
            JsonNode body = entry.deepCopy();
            if (body instanceof ObjectNode object) {
                if (object.hasNonNull("id") && !object.path("id").asText().equals(id)) {
                    throw new BadInputException("/id", "must be that of the address, " + id);
                }
                object.put("id", id);
            }
            entries.set(place, body);
            return "/" + section.name() + "/" + place;
        };
    }

    static PlanEdit remove(Section section, String id) {
        return document -> {
            ArrayNode entries = entries(document, section);
            entries.remove(place(entries, section, id));
            return NOWHERE;
        };
    }

    private static ArrayNode entries(ObjectNode document, Section section) {
        if (!section.isList()) {
            throw new ConflictException("The section " + section.name() + " has no entries: it is one thing.");
        }
        return document.withArrayProperty(section.name());
    }

    private static int place(ArrayNode entries, Section section, String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw new NotFoundException("entry of " + section.name(), id);
    }
}
