package dev.keyline.portfolio.web;

import dev.keyline.portfolio.Row;

/**
 * A row of a body with its place there.
 *
 * @param pointer JSON pointer of the object it was read from
 */
record PlacedRow(String pointer, Row row) {}
