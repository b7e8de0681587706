/** Events from other systems about accounts: taken from Kafka into the portfolio, or put aside with the reason. */
@NullMarked
package dev.keyline.events;

import org.jspecify.annotations.NullMarked;
