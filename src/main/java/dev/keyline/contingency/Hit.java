package dev.keyline.contingency;

import java.util.List;

/**
 * What an event would hit.
 *
 * @param sentence the event in words
 * @param accounts by id
 */
record Hit(String sentence, List<String> accounts) {}
