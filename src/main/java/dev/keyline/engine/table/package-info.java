/** The one form of decision tables that everything but their evaluation reads: as written, and as meant. */
@NullMarked
package dev.keyline.engine.table;

import org.jspecify.annotations.NullMarked;
