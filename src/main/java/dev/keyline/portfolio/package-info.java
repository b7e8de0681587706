/** What is known of accounts and of the people who look after them: the tables, what may stand in them, and the one way to change them. */
@NullMarked
package dev.keyline.portfolio;

import org.jspecify.annotations.NullMarked;
