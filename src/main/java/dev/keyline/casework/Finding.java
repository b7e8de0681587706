package dev.keyline.casework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the policy {@code case-opening} says deserves a case. */
record Finding(Key key, Severity severity, String title, String reason, Terms terms) {
    static final String POLICY = "case-opening";

    /** What makes two findings on one account the same case. */
    record Key(CaseKind kind, String path, String cause) {}

    /** A step of the ladder; FEEL knows no whole numbers. */
    private record Step(BigDecimal percent, String level) {
        Terms.Rung rung() {
            return new Terms.Rung(percent.intValue(), level);
        }
    }

    /** An entry of the outcome, as facts.dmn describes it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(
            String kind,
            String path,
            String cause,
            String severity,
            String title,
            String reason,
            @Nullable BigDecimal respondWithinHours,
            @Nullable String counted,
            @Nullable BigDecimal updateEveryHours,
            @Nullable List<Step> ladder,
            @Nullable BigDecimal cleanReviews,
            @Nullable LocalDate dueOn) {
        Finding finding() {
            return new Finding(
                    new Key(CaseKind.valueOf(kind.toUpperCase(Locale.ROOT)), path, cause),
                    Severity.of(severity),
                    title,
                    reason,
                    new Terms(
                            respondWithinHours,
                            counted,
                            updateEveryHours,
                            ladder == null
                                    ? List.of()
                                    : ladder.stream().map(Step::rung).toList(),
                            cleanReviews == null ? 1 : cleanReviews.intValue(),
                            dueOn));
        }
    }

    /** The findings of an outcome of {@link #POLICY}. */
    static List<Finding> of(Object outcome, ObjectMapper mapper) {
        if (!(outcome instanceof Map<?, ?> components) || components.get("cases") == null) {
            return List.of();
        }
        return mapper.convertValue(components.get("cases"), new TypeReference<List<Entry>>() {}).stream()
                .map(Entry::finding)
                .toList();
    }
}
