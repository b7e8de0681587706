/** Casework: a finding becomes a case with an owner, a ladder and a clock, and stays one until people close it. */
@NullMarked
package dev.keyline.casework;

import org.jspecify.annotations.NullMarked;
