package dev.keyline.events.web;

import dev.keyline.access.Role;
import dev.keyline.events.Events;
import dev.keyline.events.RefusedEvent;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/events")
@Tag(name = "Events", description = "What other systems tell by Kafka.")
class EventsResource {
    private final Events events;

    @Inject
    EventsResource(Events events) {
        this.events = events;
    }

    @GET
    @Path("/refused")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listRefusedEvents",
            summary = "Events that were put aside, newest first",
            description = "Each with the reason and the place it stood at; the others around it were taken.")
    public Page<RefusedEvent> refused(@BeanParam PageRequest page) {
        return events.refused(page);
    }
}
