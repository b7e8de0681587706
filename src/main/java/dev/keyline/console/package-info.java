/** The pages people open: which addresses are pages, and the browser's way to them. */
@NullMarked
package dev.keyline.console;

import org.jspecify.annotations.NullMarked;
