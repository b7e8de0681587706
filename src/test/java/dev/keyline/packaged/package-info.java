/** The service as its users start it: the packaged jar in a process of its own. */
@NullMarked
package dev.keyline.packaged;

import org.jspecify.annotations.NullMarked;
