/** The check of drafts over HTTP. */
@NullMarked
package dev.keyline.draftcheck.web;

import org.jspecify.annotations.NullMarked;
