/** The portfolio: what is known of accounts and of the people who look after them, and the facts that follow from it. */
@NullMarked
package dev.keyline.portfolio;

import org.jspecify.annotations.NullMarked;
