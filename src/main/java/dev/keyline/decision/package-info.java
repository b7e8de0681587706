/** Decisions: evaluating is pure, deciding is evaluating and recording with everything that made the answer. */
@NullMarked
package dev.keyline.decision;

import org.jspecify.annotations.NullMarked;
