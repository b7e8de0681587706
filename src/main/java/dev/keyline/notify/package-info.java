/** Notifications: what happened is told to those who subscribed, by webhook, e-mail or Kafka, at least once. */
@NullMarked
package dev.keyline.notify;

import org.jspecify.annotations.NullMarked;
