/** Reviews: the whole portfolio through every policy, from one snapshot of its facts, and what has changed since the last. */
@NullMarked
package dev.keyline.review;

import org.jspecify.annotations.NullMarked;
