/** The one clock: everything that needs the present moment is given it, so that a test can move it. */
@NullMarked
package dev.keyline.time;

import org.jspecify.annotations.NullMarked;
