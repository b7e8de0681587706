/** What is wrong, or could be better, in a model of decision tables, said in words with the case that shows it. */
@NullMarked
package dev.keyline.policy.check;

import org.jspecify.annotations.NullMarked;
