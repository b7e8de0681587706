/** Makes the sample portfolio in {@code planning/sample}: invented companies whose numbers all tell one story each. */
@NullMarked
package dev.keyline.sample;

import org.jspecify.annotations.NullMarked;
