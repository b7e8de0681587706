/** What two versions of a decision table differ in: by rows, as their author wrote them, and by meaning. */
@NullMarked
package dev.keyline.policy.difference;

import org.jspecify.annotations.NullMarked;
