package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one account asks of the people who look after it, and who they are today. */
@Schema(description = "What one account asks of the people who look after it, and who they are today.")
public record AccountDemand(
        @JsonProperty(required = true) @Schema(description = "The account's id, unique in the list.")
        String id,

        @Schema(description = "What people call it; the id when absent.")
        String name,

        @Schema(description = "Its tier; absent: not a key account.")
        Tier tier,

        @JsonProperty(required = true) @Schema(description = "The workload in points; 1 point is 1 hour a month.")
        Points points,

        @Schema(description = "Recurring revenue a year in the reporting currency; null when unknown.", nullable = true)
        @Nullable
        BigDecimal annualRevenue,

        @Schema(description = "The sales region its manager must cover; null: any.", nullable = true) @Nullable
        String region,

        @Schema(description = "The language its manager must speak, ISO 639-1; null: any.", nullable = true) @Nullable
        String language,

        @Schema(description = "Its industry; null when unknown.", nullable = true) @Nullable
        String industry,

        @Schema(description = "Whether it must have an executive sponsor; no when absent.")
        Boolean sponsorNeeded,

        @Schema(description = "The level, 1 to 6, of the highest counterpart on its side; null: any.", nullable = true)
        @Nullable
        Integer counterpartLevel,

        @Schema(description = "The id of its account manager today.", nullable = true) @Nullable
        String accountManager,

        @Schema(description = "The id of its executive sponsor today.", nullable = true) @Nullable
        String sponsor,

        @Schema(description = "The day on which its next contract renews.", nullable = true) @Nullable
        LocalDate renewalOn,

        @Schema(description = "Whether a negotiation is going on: it then keeps its manager; no when absent.")
        Boolean inNegotiation,

        @Schema(
                description = "The ids of accounts it competes with, empty for none; null when unknown: two accounts"
                        + " of one industry for which nothing is known then count as competitors.",
                nullable = true)
        @Nullable
        List<String> competesWith,

        @Schema(description = "The security clearance its manager must hold; null: none.", nullable = true) @Nullable
        String clearance,

        @Schema(description = "The products its manager must be skilled in; none when absent.")
        List<String> skills,

        @Schema(description = "Where it is seated; not known when absent.")
        Place place,

        @Schema(description = "The ids of people who held it before or are in touch with its people; none when absent.")
        List<String> knownTo,

        @Schema(description = "Whether it is to grow, and so wants a manager who is good at that; no when absent.")
        Boolean growth) {

    public AccountDemand {
        name = name == null ? id : name;
        tier = tier == null ? Tier.NOT_A_KEY_ACCOUNT : tier;
        sponsorNeeded = Boolean.TRUE.equals(sponsorNeeded);
        inNegotiation = Boolean.TRUE.equals(inNegotiation);
        competesWith = competesWith == null ? null : List.copyOf(competesWith);
        skills = skills == null ? List.of() : List.copyOf(skills);
        place = place == null ? Place.UNKNOWN : place;
        knownTo = knownTo == null ? List.of() : List.copyOf(knownTo);
        growth = Boolean.TRUE.equals(growth);
    }

    /** The same account asking for other care. */
    AccountDemand with(Care care) {
        return new AccountDemand(
                id,
                name,
                Objects.requireNonNullElse(care.tier(), tier),
                Objects.requireNonNullElse(care.points(), points),
                annualRevenue,
                region,
                language,
                industry,
                Objects.requireNonNullElse(care.sponsorNeeded(), sponsorNeeded),
                counterpartLevel,
                accountManager,
                sponsor,
                renewalOn,
                inNegotiation,
                competesWith,
                clearance,
                skills,
                place,
                knownTo,
                growth);
    }

    /** Whether one executive must not sponsor both. */
    boolean competesWith(AccountDemand other) {
        List<String> mine = competesWith;
        List<String> theirs = other.competesWith;
        if (mine == null && theirs == null) {
            return industry != null && industry.equals(other.industry);
        }
        return (mine != null && mine.contains(other.id)) || (theirs != null && theirs.contains(id));
    }
}
