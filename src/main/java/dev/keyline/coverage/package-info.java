/**
 * People and a demand list become a plan: which account manager and which executive sponsor holds which account. The
 * only package that knows the solver; it never asks where the demand came from.
 */
@NullMarked
package dev.keyline.coverage;

import org.jspecify.annotations.NullMarked;
