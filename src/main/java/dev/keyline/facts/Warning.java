package dev.keyline.facts;

/**
 * A risk that holds now.
 *
 * @param sign what was found, such as {@code champion-silent}
 * @param level {@code yellow} or {@code red}
 * @param evidence what it was found in, with the numbers, as a sentence
 */
public record Warning(String sign, String level, String evidence) {}
