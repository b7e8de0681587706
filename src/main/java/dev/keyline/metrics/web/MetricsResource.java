package dev.keyline.metrics.web;

import dev.keyline.access.Role;
import dev.keyline.http.BadInputException;
import dev.keyline.metrics.By;
import dev.keyline.metrics.Concentration;
import dev.keyline.metrics.Definition;
import dev.keyline.metrics.Metric;
import dev.keyline.metrics.MetricSeries;
import dev.keyline.metrics.Metrics;
import dev.keyline.metrics.MetricsReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/metrics")
@Tag(
        name = "Metrics",
        description = "Retention, churn, lifetime value, concentration, satisfaction and coverage as of any month.")
class MetricsResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv", "utf-8");
    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).add().build();

    private final Metrics metrics;

    @Inject
    MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.ANALYST})
    @Operation(
            operationId = "getMetrics",
            summary = "Every metric as of a month",
            description = "Over the twelve months up to the month's end, beside the target that the policy"
                    + " `portfolio-targets` sets. A metric with nothing to divide by is null and says why.")
    @APIResponse(
            responseCode = "200",
            description = "The metrics; as CSV one row a value.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MetricsReport.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response report(
            @Parameter(description = "The month, as in 2026-03; absent: the last that is over.", example = "2026-03")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "`tier`, `region` or `manager`; absent: the whole portfolio.")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Context Request request) {
        return answer(request, metrics.report(month("asOf", asOf), By.of(by)), MetricsCsv::of);
    }

    @GET
    @Path("/series")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.ANALYST})
    @Operation(operationId = "getMetricSeries", summary = "One metric over months")
    @APIResponse(
            responseCode = "200",
            description = "The series; as CSV one row a month and segment.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MetricSeries.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response series(
            @Parameter(description = "The metric; `GET /metrics/definitions` lists them.", example = "nrr")
                    @QueryParam("metric")
                    @Nullable
                    String metric,
            @Parameter(description = "The first month; absent: eleven before the last.", example = "2025-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "The last month; absent: the last that is over.", example = "2026-03")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "`tier`, `region` or `manager`; absent: the whole portfolio.")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Context Request request) {
        return answer(
                request,
                metrics.series(Metric.of(metric), month("from", from), month("to", to), By.of(by)),
                MetricsCsv::of);
    }

    @GET
    @Path("/concentration")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.ANALYST})
    @Operation(
            operationId = "getConcentration",
            summary = "The Pareto curve of revenue",
            description = "How much of revenue the largest accounts make, from the largest to all.")
    @APIResponse(
            responseCode = "200",
            description = "The curve; as CSV one row a point.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Concentration.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response concentration(
            @Parameter(description = "The month, as in 2026-03; absent: the last that is over.", example = "2026-03")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "`tier`, `region` or `manager`; absent: the whole portfolio.")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Context Request request) {
        return answer(request, metrics.concentration(month("asOf", asOf), By.of(by)), MetricsCsv::of);
    }

    @GET
    @Path("/definitions")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR, Role.ANALYST})
    @Operation(operationId = "listMetricDefinitions", summary = "What each metric means, and where that comes from")
    public List<Definition> definitions() {
        return metrics.definitions();
    }

    private static <T> Response answer(Request request, T json, Function<T, String> csv) {
        Variant variant = request.selectVariant(VARIANTS);
        return variant != null && CSV_TYPE.isCompatible(variant.getMediaType())
                ? Response.ok(csv.apply(json), CSV_TYPE).build()
                : Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static @Nullable YearMonth month(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(value.strip());
        } catch (DateTimeException e) {
            throw new BadInputException(name, "must be a month as in 2026-03");
        }
    }
}
