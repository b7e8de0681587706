/** Business time: the clock the service reads, the zone in which its days begin, and when each region works. */
@NullMarked
package dev.keyline.calendar;

import org.jspecify.annotations.NullMarked;
