/** Decision tables over HTTP, as files for a spreadsheet. */
@NullMarked
package dev.keyline.spreadsheet.web;

import org.jspecify.annotations.NullMarked;
