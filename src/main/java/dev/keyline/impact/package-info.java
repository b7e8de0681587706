/** Impact: what drafts would change for accounts, for the people who look after them, and for callers; nothing is decided. */
@NullMarked
package dev.keyline.impact;

import org.jspecify.annotations.NullMarked;
