/** Policies as immutable versions, and which of them are in force as of when. */
@NullMarked
package dev.keyline.policy;

import org.jspecify.annotations.NullMarked;
