/** Proposals and rollbacks over HTTP. */
@NullMarked
package dev.keyline.proposal.web;

import org.jspecify.annotations.NullMarked;
