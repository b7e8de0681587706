/** The demand for coverage: what the outcomes that hold ask of people, as the list a plan covers. */
@NullMarked
package dev.keyline.demand;

import org.jspecify.annotations.NullMarked;
