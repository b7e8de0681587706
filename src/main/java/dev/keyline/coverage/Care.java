package dev.keyline.coverage;

import dev.keyline.terms.Points;
import dev.keyline.terms.Tier;
import org.jspecify.annotations.Nullable;

/** What policies ask for an account; null is as before. */
public record Care(
        @Nullable Tier tier,
        @Nullable Points points,
        @Nullable Boolean sponsorNeeded) {}
