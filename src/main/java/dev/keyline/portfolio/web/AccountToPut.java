package dev.keyline.portfolio.web;

import dev.keyline.portfolio.Contact;
import dev.keyline.portfolio.Contract;
import dev.keyline.portfolio.Entitlement;
import dev.keyline.portfolio.Opportunity;
import dev.keyline.portfolio.TierOverride;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of PUT /accounts/{id}, for the published contract; it is read by {@link AccountPut}, which tells every error. */
record AccountToPut(
        @Schema(description = "What it is called.") String name,

        @Schema(description = "The group of customers it belongs to.", nullable = true) @Nullable
        String groupId,

        @Schema(description = "Its line of business, as the CRM names it.", nullable = true) @Nullable
        String industry,

        @Schema(description = "The sales territory.", nullable = true) @Nullable
        String region,

        @Schema(description = "ISO 3166-1 alpha-2.", nullable = true) @Nullable
        String country,

        @Schema(description = "Where it is seated.", nullable = true) @Nullable
        String city,

        @Schema(description = "ISO 639-1: the language its account manager has to speak; null: any.", nullable = true)
        @Nullable
        String language,

        @Schema(description = "People it employs.", nullable = true) @Nullable
        Integer employees,

        @Schema(description = "Its own sales a year, in turnoverCurrency.", nullable = true) @Nullable
        BigDecimal annualTurnover,

        @Schema(description = "ISO 4217.", nullable = true) @Nullable
        String turnoverCurrency,

        @Schema(description = "The day it first bought from us.", nullable = true) @Nullable
        LocalDate customerSince,

        @Schema(description = "leader, challenger, follower or niche.", nullable = true) @Nullable
        String marketPosition,

        @Schema(description = "none, private, public or co-marketing.", nullable = true) @Nullable
        String referenceStanding,

        @Schema(description = "A commercial negotiation is live.")
        boolean inNegotiation,

        @Schema(description = "The tier it had before Keyline decided one.", nullable = true) @Nullable
        String importedTier,

        @Schema(description = "The security clearance its account manager must hold; null: none.", nullable = true)
        @Nullable
        String clearance,

        @Schema(description = "The products its account manager must be skilled in.", nullable = true) @Nullable
        List<String> skills,

        @Schema(description = "Its IANA time zone.", nullable = true) @Nullable
        String timeZone,

        @Schema(description = "Custom attributes, typed as they were declared.")
        Map<String, Object> attributes,

        @Schema(description = "Who holds it: at most one for each role.", nullable = true) @Nullable
        List<AssignmentToPut> assignments,

        @Schema(description = "A tier set by hand; null takes it back.", nullable = true) @Nullable
        TierOverride tierOverride,

        @Schema(description = "All its contacts.", nullable = true) @Nullable
        List<Contact> contacts,

        @Schema(description = "All its contracts.", nullable = true) @Nullable
        List<Contract> contracts,

        @Schema(description = "All its entitlements.", nullable = true) @Nullable
        List<Entitlement> entitlements,

        @Schema(description = "All its opportunities.", nullable = true) @Nullable
        List<Opportunity> opportunities) {
    /** Who is to hold it. */
    record AssignmentToPut(
            @Schema(description = "account-manager or executive-sponsor.")
            String role,

            @Schema(description = "The person.") String personId,

            @Schema(description = "Since when.", nullable = true) @Nullable
            LocalDate since,

            @Schema(description = "No plan may change it.", defaultValue = "false")
            boolean pinned) {}
}
