/** Reviews over HTTP. */
@NullMarked
package dev.keyline.review.web;

import org.jspecify.annotations.NullMarked;
