/** Timers: rows that say what is due when, each claimed by exactly one replica. */
@NullMarked
package dev.keyline.timer;

import org.jspecify.annotations.NullMarked;
