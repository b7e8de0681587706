/** Asking for plans and comparing them over HTTP. */
@NullMarked
package dev.keyline.scenario.web;

import org.jspecify.annotations.NullMarked;
