/** The published catalogue of problems. */
@NullMarked
package dev.keyline.http.web;

import org.jspecify.annotations.NullMarked;
