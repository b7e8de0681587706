package dev.keyline.portfolio.imports;

/**
 * A file as somebody handed it in.
 *
 * @param name without directories; the mapping's patterns are held against it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ImportFile(String name, byte[] content) {}
