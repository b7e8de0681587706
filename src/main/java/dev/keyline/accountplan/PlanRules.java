package dev.keyline.accountplan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyline.http.InputError;
import java.util.Currency;
import java.util.List;

/** What has to hold between the fields of one entry. */
final class PlanRules {
    private PlanRules() {}

    /** Adds what contradicts itself; fields of a wrong type are none of its business. */
    static void check(Class<? extends Record> type, JsonNode entry, String pointer, List<InputError> errors) {
        if (type == RoadmapEntry.class) {
            money(entry, "value", pointer, errors);
        } else if (type == Initiative.class) {
            money(entry, "budget", pointer, errors);
            String starts = entry.path("startsOn").asText("");
            String ends = entry.path("endsOn").asText("");
            if (!starts.isEmpty() && !ends.isEmpty() && ends.compareTo(starts) < 0) {
                errors.add(new InputError(pointer + "/endsOn", "lies before startsOn (" + starts + ")"));
            }
        } else if (type == DeliveredValue.class) {
            amount(entry, pointer, errors);
        } else if (type == ProductFeedback.class
                && !entry.path("state").asText("noted").equals("noted")
                && !entry.hasNonNull("passedOnOn")) {
            errors.add(new InputError(pointer + "/passedOnOn", "is missing: only what is noted was not passed on"));
        }
        if (entry.path("currency").asText("").matches("[A-Z]{3}")) {
            currency(entry, pointer, errors);
        }
    }

    private static void money(JsonNode entry, String field, String pointer, List<InputError> errors) {
        if (entry.hasNonNull(field) && !entry.hasNonNull("currency")) {
            errors.add(new InputError(pointer + "/currency", "is missing: " + field + " is money"));
        } else if (!entry.hasNonNull(field) && entry.hasNonNull("currency")) {
            errors.add(new InputError(pointer + "/" + field, "is missing: currency is there"));
        }
    }

    private static void amount(JsonNode entry, String pointer, List<InputError> errors) {
        boolean currency = entry.hasNonNull("currency");
        boolean unit = entry.hasNonNull("unit");
        if (currency && unit) {
            errors.add(new InputError(pointer + "/unit", "contradicts currency: an amount is counted in one of them"));
        } else if (entry.hasNonNull("amount") && !currency && !unit) {
            errors.add(
                    new InputError(pointer + "/unit", "is missing, as is currency: amount is counted in one of them"));
        } else if (!entry.hasNonNull("amount") && (currency || unit)) {
            errors.add(new InputError(pointer + "/amount", "is missing: what it is counted in is there"));
        }
    }

    private static void currency(JsonNode entry, String pointer, List<InputError> errors) {
        String code = entry.path("currency").asText();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            errors.add(new InputError(pointer + "/currency", "must be an ISO 4217 code such as USD"));
        }
    }
}
