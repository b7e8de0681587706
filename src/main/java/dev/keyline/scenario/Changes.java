package dev.keyline.scenario;

import dev.keyline.coverage.AccountDemand;
import dev.keyline.coverage.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is different in a plan from what it is made from. */
@Schema(description = "What is different in a plan from what it is made from.")
public record Changes(
        @Schema(
                type = SchemaType.ARRAY,
                implementation = Person.class,
                description = "People by id, each with only what differs, as in"
                        + " `{\"id\": \"M15\", \"leavesOn\": \"2026-12-31\"}`; null empties a member. One whose id is new"
                        + " comes in addition.",
                nullable = true)
        @Nullable
        List<Map<String, @Nullable Object>> people,

        @Schema(description = "Ids of people who are not there.", nullable = true) @Nullable
        List<String> withoutPeople,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = AccountDemand.class,
                description =
                        "Accounts in the same way, as in `{\"id\": \"A007\", \"tier\": \"Tier 1\", \"points\": 10}`.",
                nullable = true)
        @Nullable
        List<Map<String, @Nullable Object>> demand,

        @Schema(description = "Ids of accounts that are not there.", nullable = true) @Nullable
        List<String> withoutAccounts,

        @Schema(
                description = "The id of a finished impact: its accounts ask for what the rehearsed policies say.",
                nullable = true)
        @Nullable
        UUID impact) {}
