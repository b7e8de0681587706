/** Cases by HTTP. */
@NullMarked
package dev.keyline.casework.web;

import org.jspecify.annotations.NullMarked;
