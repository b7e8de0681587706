/** Cases of policies: facts and what they must lead to, shipped beside the policies or written by analysts, and what became of them. */
@NullMarked
package dev.keyline.policycase;

import org.jspecify.annotations.NullMarked;
