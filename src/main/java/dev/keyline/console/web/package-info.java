/** What the pages have to know of the service before they can show anything. */
@NullMarked
package dev.keyline.console.web;

import org.jspecify.annotations.NullMarked;
