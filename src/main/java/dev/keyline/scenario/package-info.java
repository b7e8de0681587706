/** Plans made from other plans: what they begin with, what is changed in them, and two of them side by side. */
@NullMarked
package dev.keyline.scenario;

import org.jspecify.annotations.NullMarked;
