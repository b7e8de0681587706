/** Account plans over HTTP: the whole document, its sections and entries, its versions, and what is proposed for it. */
@NullMarked
package dev.keyline.accountplan.web;

import org.jspecify.annotations.NullMarked;
