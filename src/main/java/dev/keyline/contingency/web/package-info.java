/** What-ifs over HTTP. */
@NullMarked
package dev.keyline.contingency.web;

import org.jspecify.annotations.NullMarked;
