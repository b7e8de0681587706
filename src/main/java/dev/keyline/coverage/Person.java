package dev.keyline.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyline.terms.Points;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who can hold or sponsor accounts. */
@Schema(description = "Somebody who can hold or sponsor accounts.")
public record Person(
        @JsonProperty(required = true) @Schema(description = "The person's id, unique in the list.")
        String id,

        @Schema(description = "The person's name; the id when absent.")
        String name,

        @JsonProperty(required = true) @Schema(description = "An account manager or an executive.")
        PersonKind kind,

        @Schema(description = "The id of the person's line manager.", nullable = true) @Nullable
        String lineManager,

        @Schema(
                description = "1 individual, 4 vice president, 5 CxO, 6 CEO; 1 when absent.",
                minimum = "1",
                maximum = "6")
        Integer level,

        @Schema(description = "The languages spoken, ISO 639-1.")
        List<String> languages,

        @Schema(description = "The industries known from experience.")
        List<String> industries,

        @Schema(description = "The sales regions covered; empty: any.")
        List<String> regions,

        @Schema(description = "Points in a full month, before ramp and leave; 110 when absent.")
        Points capacity,

        @Schema(description = "Accounts an executive sponsors at most; null: the plan's limit.", nullable = true)
        @Nullable
        Integer maxSponsored,

        @Schema(description = "The first day of work; null: long ago.", nullable = true) @Nullable
        LocalDate startsOn,

        @Schema(description = "The first day on which the person is gone; null: unknown.", nullable = true) @Nullable
        LocalDate leavesOn,

        @Schema(description = "Days away.") List<Leave> leave,

        @Schema(description = "The security clearances held; none when absent.")
        List<String> clearances,

        @Schema(description = "The products skilled in; none when absent.")
        List<String> skills,

        @Schema(description = "Where the person works; not known when absent.")
        Place place,

        @Schema(description = "Whether the person is good at making accounts grow; null: unknown.", nullable = true)
        @Nullable
        Boolean growth) {

    /** Points of a full month of a full-time account manager. */
    public static final Points FULL_TIME = Points.of("110");

    public Person {
        name = name == null ? id : name;
        level = level == null ? Integer.valueOf(1) : level;
        languages = languages == null ? List.of() : List.copyOf(languages);
        industries = industries == null ? List.of() : List.copyOf(industries);
        regions = regions == null ? List.of() : List.copyOf(regions);
        capacity = capacity == null ? FULL_TIME : capacity;
        leave = leave == null ? List.of() : List.copyOf(leave);
        clearances = clearances == null ? List.of() : List.copyOf(clearances);
        skills = skills == null ? List.of() : List.copyOf(skills);
        place = place == null ? Place.UNKNOWN : place;
    }
}
