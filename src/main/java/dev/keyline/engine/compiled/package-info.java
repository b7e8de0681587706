/** DMN models that the engine has accepted, translated once into Java closures that answer a hundred times as fast. */
@NullMarked
package dev.keyline.engine.compiled;

import org.jspecify.annotations.NullMarked;
