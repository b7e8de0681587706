/** Plans that hold: whose assignments become the portfolio's from which day, by whose word, and the way back. */
@NullMarked
package dev.keyline.acceptance;

import org.jspecify.annotations.NullMarked;
