/** Decision tables as spreadsheets that people edit, and back again without trusting the file. */
@NullMarked
package dev.keyline.spreadsheet;

import org.jspecify.annotations.NullMarked;
