/** Business time: the clock the service reads, and the zone in which its days begin. */
@NullMarked
package dev.keyline.calendar;

import org.jspecify.annotations.NullMarked;
