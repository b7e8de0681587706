/** Briefs over HTTP. */
@NullMarked
package dev.keyline.brief.web;

import org.jspecify.annotations.NullMarked;
