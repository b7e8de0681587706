package dev.keyline.console.web;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/settings")
@Tag(name = "Settings")
class SettingsResource {
    private final Currency reportingCurrency;

    @Inject
    SettingsResource(@ConfigProperty(name = "keyline.reporting-currency") Currency reportingCurrency) {
        this.reportingCurrency = reportingCurrency;
    }

    /** What an operator set and a reader has to know. */
    @Schema(description = "What the service's numbers mean.")
    record Settings(
            @Schema(description = "ISO 4217: what amounts are compared and summed in.", examples = "USD")
            String reportingCurrency) {}

    @GET
    @Authenticated
    @Operation(operationId = "getSettings", summary = "What the service's numbers mean")
    public Settings settings() {
        return new Settings(reportingCurrency.getCurrencyCode());
    }
}
