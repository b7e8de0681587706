/** Accepted plans over HTTP. */
@NullMarked
package dev.keyline.acceptance.web;

import org.jspecify.annotations.NullMarked;
