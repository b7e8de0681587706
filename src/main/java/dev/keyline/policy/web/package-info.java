/** Policies over HTTP: what is in force, and every version's text. */
@NullMarked
package dev.keyline.policy.web;

import org.jspecify.annotations.NullMarked;
