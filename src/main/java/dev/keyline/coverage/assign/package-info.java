/**
 * Jobs are given to agents at least cost under limits and convex prices on what each agent holds, together with a proof of
 * how far from the best that is; knows nothing of accounts or people.
 */
@NullMarked
package dev.keyline.coverage.assign;

import org.jspecify.annotations.NullMarked;
