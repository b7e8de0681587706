package dev.keyline.casework;

import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows; null: any.
 *
 * @param openOnly leaves out what is closed
 * @param closingProposed only open ones whose cause is no longer found
 */
public record CaseFilter(
        @Nullable String account,
        @Nullable String owner,
        @Nullable CaseKind kind,
        @Nullable Severity severity,
        @Nullable CaseState state,
        boolean openOnly,
        boolean closingProposed) {}
