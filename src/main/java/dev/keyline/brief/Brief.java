package dev.keyline.brief;

import dev.keyline.accountplan.MappedStakeholder;
import dev.keyline.accountplan.PlanDocument;
import dev.keyline.portfolio.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All there is to say of one account at a moment. */
@Schema(description = "All there is to say of one account at a moment.")
public record Brief(
        @Schema(description = "When it was made.") Instant madeAt,

        @Schema(description = "The business day it was made on.")
        LocalDate day,

        @Schema(description = "Who the customer is, and who looks after it.")
        Who who,

        @Schema(description = "Tier and the scores behind it, health, lifecycle stage, engagement model.")
        List<Statement> standing,

        @Schema(description = "Risks that hold now.") List<Statement> warnings,

        @Schema(description = "Escalations that policies ask for now.")
        List<Statement> escalations,

        @Schema(description = "Playbooks that apply now.") List<Statement> playbooks,

        @Schema(description = "Cases that are open, with their clocks.")
        List<OpenCase> cases,

        @Schema(description = "When contracts end, and what is due before.")
        Renewal renewal,

        @Schema(description = "Expansion triggers, those that a gate holds back included.")
        List<Statement> opportunities,

        @Schema(description = "The next business review.") NextReview nextReview,
        @Schema(description = "Who has to be in the room.") List<Statement> team,

        @Schema(description = "What other policies concluded, an analyst's own among them.")
        List<Statement> furtherFindings,

        @Schema(description = "People's own words that act now.")
        List<ActingOverride> overrides,

        @Schema(description = "What is no longer as it was.")
        Changes changes,

        @Schema(description = "Everybody at the customer whom the map or the portfolio names.")
        List<MappedStakeholder> stakeholders,

        @Schema(description = "The plan's revision; 0: nobody has written one.")
        long planRevision,

        @Schema(description = "The account plan: goals, roadmap, risks, metrics agreed, value delivered and the rest.")
        PlanDocument plan,

        @Schema(description = "How many proposals for the plan wait for an answer.")
        int openProposals,

        @Schema(description = "What the ids in this brief are called.")
        Names names) {

    /** Who the customer is, and who looks after it. */
    @Schema(name = "BriefWho", description = "Who the customer is, and who looks after it.")
    public record Who(
            @Schema(description = "The account's id.") String id,
            @Schema(description = "What it is called.") String name,

            @Schema(description = "The group of customers it belongs to, by name.", nullable = true) @Nullable
            String group,

            @Schema(description = "Its line of business.", nullable = true) @Nullable
            String industry,

            @Schema(description = "The sales territory.", nullable = true) @Nullable
            String region,

            @Schema(description = "ISO 3166-1 alpha-2.", nullable = true) @Nullable
            String country,

            @Schema(description = "People it employs.", nullable = true) @Nullable
            Integer employees,

            @Schema(description = "The day it first bought from us.", nullable = true) @Nullable
            LocalDate customerSince,

            @Schema(description = "none, private, public or co-marketing.", nullable = true) @Nullable
            String referenceStanding,

            @Schema(description = "Who looks after it.", nullable = true) @Nullable
            PersonName accountManager,

            @Schema(description = "Our executive for it.", nullable = true) @Nullable
            PersonName executiveSponsor) {}

    /** When contracts end, and what is due before. */
    @Schema(name = "BriefRenewal", description = "When contracts end, and what is due before.")
    public record Renewal(
            @Schema(description = "When the next running contract ends.", nullable = true) @Nullable
            LocalDate renewsOn,

            @Schema(description = "Days until then.", nullable = true) @Nullable
            Long days,

            @Schema(description = "Running contracts a year, in currency.", nullable = true) @Nullable
            BigDecimal annualContractValue,

            @Schema(description = "The reporting currency.") String currency,

            @Schema(description = "What the renewal policy says.")
            List<Statement> statements) {}

    /** The next business review. */
    @Schema(name = "BriefNextReview", description = "The next business review.")
    public record NextReview(
            @Schema(description = "The last one that was held.", nullable = true) @Nullable
            LocalDate lastHeldOn,

            @Schema(description = "When it is due, and why.")
            List<Statement> statements,

            @Schema(description = "What the policy puts on its agenda.")
            List<Statement> agenda) {}

    /** What is no longer as it was. */
    @Schema(name = "BriefChanges", description = "What is no longer as it was.")
    public record Changes(
            @Schema(description = "What it is compared with, in words.", nullable = true) @Nullable
            String since,

            @Schema(description = "What changed, each with the decision that now holds.")
            List<Statement> items) {}

    /** What ids are called. */
    @Schema(name = "BriefNames", description = "What ids are called.")
    public record Names(
            @Schema(description = "People of ours.") Map<String, String> people,
            @Schema(description = "People at the customer.") Map<String, String> contacts,
            @Schema(description = "Products.") Map<String, String> products) {}
}
