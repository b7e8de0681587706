/** Long work: requested in a transaction, run by exactly one replica, taken up again after a restart. */
@NullMarked
package dev.keyline.job;

import org.jspecify.annotations.NullMarked;
