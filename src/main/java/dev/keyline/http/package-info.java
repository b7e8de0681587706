/** The conventions every endpoint shares: problems (RFC 9457), paging, entity tags and idempotency. */
@NullMarked
package dev.keyline.http;

import org.jspecify.annotations.NullMarked;
