/** Drafts put forward to come into force together: frozen as versions, and decided by another person. */
@NullMarked
package dev.keyline.proposal;

import org.jspecify.annotations.NullMarked;
