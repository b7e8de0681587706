/** Metrics over HTTP, as JSON and as CSV. */
@NullMarked
package dev.keyline.metrics.web;

import org.jspecify.annotations.NullMarked;
