/** The account plan: what people know of an account and mean to do with it, as one document with all its versions. */
@NullMarked
package dev.keyline.accountplan;

import org.jspecify.annotations.NullMarked;
