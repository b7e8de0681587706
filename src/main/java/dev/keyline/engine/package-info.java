/** Text and facts to an evaluation: the only importer of KIE, for DMN models and for rules compiled in the build. */
@NullMarked
package dev.keyline.engine;

import org.jspecify.annotations.NullMarked;
