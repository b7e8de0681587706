/** Calendars over HTTP: reading them, their versions and days, and changing them. */
@NullMarked
package dev.keyline.calendar.web;

import org.jspecify.annotations.NullMarked;
