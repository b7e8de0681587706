package dev.keyline.calendar.web;

import dev.keyline.access.Role;
import dev.keyline.calendar.CalendarVersion;
import dev.keyline.calendar.Calendars;
import dev.keyline.calendar.WorkingCalendar;
import dev.keyline.http.BadInputException;
import dev.keyline.http.NotFoundException;
import dev.keyline.http.Page;
import dev.keyline.http.PageRequest;
import dev.keyline.http.Versions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "When each region works: what every clock in business time runs by.")
class CalendarResource {
    private static final int MOST_DAYS = 366;

    private final Jdbi jdbi;
    private final Calendars calendars;
    private final SecurityIdentity caller;
    private final Clock clock;

    @Inject
    CalendarResource(Jdbi jdbi, Calendars calendars, SecurityIdentity caller, Clock clock) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listCalendars",
            summary = "The calendars in force, by region",
            description = "A region that is not among them works by the calendar of `default`.")
    public Page<CalendarVersion> list(@BeanParam PageRequest page) {
        return page.page(
                jdbi.withHandle(
                        handle -> calendars.all(handle, page.after(String.class).orElse(null), page.limit() + 1)),
                CalendarVersion::region);
    }

    @GET
    @Path("/{region}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getCalendar", summary = "A region's own calendar in force")
    @APIResponseSchema(
            value = CalendarVersion.class,
            responseCode = "200",
            responseDescription = "The calendar; ETag names the newest version, which may be still to come.")
    @APIResponse(responseCode = "404", description = "The region has none: it works by that of `default`.")
    public Response get(@Parameter(description = "The region, or `default`.") @PathParam("region") String region) {
        return jdbi.withHandle(handle -> {
            CalendarVersion newest = newest(handle, region);
            WorkingCalendar inForce = calendars.of(handle, region, clock.instant());
            CalendarVersion shown = inForce.region().equals(region)
                    ? calendars.get(handle, region, inForce.version())
                    : newest; // all of its versions are still to come
            return Response.ok(shown).tag(Versions.tag(newest.version())).build();
        });
    }

    @GET
    @Path("/{region}/versions")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "listCalendarVersions", summary = "All versions of a region's calendar, newest first")
    @APIResponse(responseCode = "200", description = "The versions.")
    @APIResponse(responseCode = "404", description = "The region has none.")
    public Page<CalendarVersion> versions(
            @Parameter(description = "The region.") @PathParam("region") String region, @BeanParam PageRequest page) {
        return jdbi.withHandle(handle -> {
            newest(handle, region);
            return page.page(
                    calendars.versions(handle, region, page.after(Integer.class).orElse(null), page.limit() + 1),
                    CalendarVersion::version);
        });
    }

    @GET
    @Path("/{region}/versions/{version}")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(operationId = "getCalendarVersion", summary = "A version, as a clock or decision names it")
    @APIResponse(responseCode = "200", description = "The version.")
    @APIResponse(responseCode = "404", description = "No such version.")
    public CalendarVersion version(
            @Parameter(description = "The region.") @PathParam("region") String region,
            @PathParam("version") int version) {
        return jdbi.withHandle(handle -> calendars.get(handle, region, version));
    }

    @GET
    @Path("/{region}/days")
    @RolesAllowed({Role.SERVICE, Role.MANAGER, Role.ANALYST, Role.APPROVER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            operationId = "listCalendarDays",
            summary = "Each day's working hours, and what makes it a holiday",
            description =
                    "By the calendar in force now. A region without one of its own has the days of `default`. At most 366 days.")
    public List<CalendarDay> days(
            @Parameter(description = "The region.") @PathParam("region") String region,
            @Parameter(
                            description = "The first day. Absent: today.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "The last day. Absent: four weeks of days.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to) {
        WorkingCalendar calendar = jdbi.withHandle(handle -> calendars.of(handle, region, clock.instant()));
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), calendar.zone()) : day("from", from);
        LocalDate last = to == null ? first.plusDays(27) : day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw new BadInputException("to", "must be from 0 to " + (MOST_DAYS - 1) + " days after from");
        }
        return first.datesUntil(last.plusDays(1))
                .map(day -> CalendarDay.of(calendar, day))
                .toList();
    }

    @PUT
    @Path("/{region}")
    @RolesAllowed({Role.MANAGER, Role.OPERATOR})
    @Operation(
            operationId = "putCalendar",
            summary = "Give a region a calendar, or its calendar a new version",
            description =
                    "Clocks that run keep the version they were started by. A body like the version in force changes nothing.")
    @APIResponse(responseCode = "200", description = "The newest version.")
    @APIResponseSchema(value = CalendarVersion.class, responseCode = "201", responseDescription = "The region's first.")
    @APIResponse(responseCode = "412", description = "If-Match names an older version than the newest.")
    @APIResponse(responseCode = "428", description = "The region has a calendar, and If-Match is missing.")
    public Response put(
            @Parameter(description = "The region, or `default`.") @PathParam("region") String region,
            @Parameter(description = "The ETag of what you have read; absent for a region's first calendar.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            CalendarToPut body) {
        CalendarVersion version = jdbi.inTransaction(handle -> calendars.change(
                handle,
                region,
                ifMatch,
                body.calendar(),
                body.inForceFrom(),
                caller.getPrincipal().getName()));
        return Response.status(version.version() == 1 ? Response.Status.CREATED : Response.Status.OK)
                .entity(version)
                .tag(Versions.tag(version.version()))
                .build();
    }

    private CalendarVersion newest(Handle handle, String region) {
        return calendars.versions(handle, region, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("calendar of region", region));
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException(name, "must be a date such as 2026-03-01");
        }
    }
}
