/** The fact catalogue: what policies may ask for, of which type, and where each fact comes from. */
@NullMarked
package dev.keyline.facts;

import org.jspecify.annotations.NullMarked;
