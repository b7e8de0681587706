/** Notifications, their deliveries and subscriptions over HTTP. */
@NullMarked
package dev.keyline.notify.web;

import org.jspecify.annotations.NullMarked;
