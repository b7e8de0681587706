/** Coverage plans over HTTP. */
@NullMarked
package dev.keyline.coverage.web;

import org.jspecify.annotations.NullMarked;
