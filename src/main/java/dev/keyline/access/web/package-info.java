/** Who am I, how do I sign in, sign me out. */
@NullMarked
package dev.keyline.access.web;

import org.jspecify.annotations.NullMarked;
