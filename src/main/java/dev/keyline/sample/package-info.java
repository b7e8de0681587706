/** The sample portfolio: an empty service takes it in, reviews it and plans its coverage, so that there is something to see. */
@NullMarked
package dev.keyline.sample;

import org.jspecify.annotations.NullMarked;
