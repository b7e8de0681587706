package dev.keyline.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group and all groups below it, taken together. */
@Schema(description = "A group and all groups below it, taken together.")
public record GroupRollUp(
        @Schema(description = "Accounts, those of groups below included.")
        int accounts,

        @Schema(description = "What their running contracts bring in a year.")
        BigDecimal annualValue,

        @Schema(description = "The currency it is in: the reporting currency, at today's rates.")
        String currency,

        @Schema(description = "Accounts by the tier that holds now; `undecided` before a first review.")
        Map<String, Integer> tiers,

        @Schema(description = "Ids of the groups directly below it.")
        List<String> subgroups) {}
