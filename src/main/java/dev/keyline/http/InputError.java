package dev.keyline.http;

/**
 * One thing wrong with what a caller sent.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, as in {@code /facts/annualRevenue}; the bare name for a query
 *     parameter or header
 * @param message what is wrong and what would be right, in a sentence the caller can act on
 */
public record InputError(String pointer, String message) {}
