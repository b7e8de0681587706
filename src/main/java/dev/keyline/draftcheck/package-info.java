/** What is wrong with a draft: by itself, against what is in force, and for those who ask it. */
@NullMarked
package dev.keyline.draftcheck;

import org.jspecify.annotations.NullMarked;
