/** Compiles and evaluates what analysts wrote: admitted at a door, then run in processes that can be stopped. */
@NullMarked
package dev.keyline.engine.contained;

import org.jspecify.annotations.NullMarked;
