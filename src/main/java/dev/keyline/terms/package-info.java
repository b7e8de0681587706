/** The words that several packages share: tiers, points of workload. */
@NullMarked
package dev.keyline.terms;

import org.jspecify.annotations.NullMarked;
