/** The brief: all there is to say of one account, each statement with what it rests on, as JSON, Markdown and PDF. */
@NullMarked
package dev.keyline.brief;

import org.jspecify.annotations.NullMarked;
