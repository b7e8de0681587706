/** The shared vocabulary in Java: the records that rules see, equal to {@code dmn/facts/facts.dmn}, and the catalogue of where facts come from. */
@NullMarked
package dev.keyline.facts;

import org.jspecify.annotations.NullMarked;
