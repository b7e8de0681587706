/** What-ifs: a manager leaves, a champion is gone, a budget is cut; which accounts that hits, how, what to do and who could take over. */
@NullMarked
package dev.keyline.contingency;

import org.jspecify.annotations.NullMarked;
