/** The unchangeable trail of who did what when: every entry holds the one before it by its hash. */
@NullMarked
package dev.keyline.audit;

import org.jspecify.annotations.NullMarked;
