/** Decisions over HTTP. */
@NullMarked
package dev.keyline.decision.web;

import org.jspecify.annotations.NullMarked;
