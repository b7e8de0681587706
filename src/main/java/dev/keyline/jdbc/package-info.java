/** SQL to records: the database the service runs on, its migrations, and the one {@code Jdbi} everything else uses. */
@NullMarked
package dev.keyline.jdbc;

import org.jspecify.annotations.NullMarked;
