/** A whole CRM export into the portfolio: CSV files, a mapping that is data, and a report of every row that was not taken. */
@NullMarked
package dev.keyline.portfolio.imports;

import org.jspecify.annotations.NullMarked;
