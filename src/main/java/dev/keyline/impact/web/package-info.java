/** Impact over HTTP. */
@NullMarked
package dev.keyline.impact.web;

import org.jspecify.annotations.NullMarked;
