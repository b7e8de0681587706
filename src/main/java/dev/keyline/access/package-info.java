/** Who is calling and what they may do: the roles, the demo users of a service without an identity provider, the session. */
@NullMarked
package dev.keyline.access;

import org.jspecify.annotations.NullMarked;
