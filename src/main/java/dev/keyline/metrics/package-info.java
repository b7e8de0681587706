/** Metrics of the portfolio as of any month: what was retained, lost, concentrated, liked and covered, and by which rule that is good. */
@NullMarked
package dev.keyline.metrics;

import org.jspecify.annotations.NullMarked;
