/** The trail over HTTP, for auditors. */
@NullMarked
package dev.keyline.audit.web;

import org.jspecify.annotations.NullMarked;
