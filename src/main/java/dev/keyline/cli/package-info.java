/** The packaged jar's commands for people and builds that have the policies as files: check, cases, diff, impact, verify-audit. */
@NullMarked
package dev.keyline.cli;

import org.jspecify.annotations.NullMarked;
