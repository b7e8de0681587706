/** Events that were put aside, over HTTP. */
@NullMarked
package dev.keyline.events.web;

import org.jspecify.annotations.NullMarked;
