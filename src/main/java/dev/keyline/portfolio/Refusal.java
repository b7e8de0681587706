package dev.keyline.portfolio;

/**
 * Why a row is not taken.
 *
 * @param field the field at fault, empty when it is the row as a whole
 * @param reason a clause whose subject is the field's value
 */
public record Refusal(String field, String reason) {}
