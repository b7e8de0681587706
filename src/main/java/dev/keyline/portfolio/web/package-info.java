/** The portfolio over HTTP: accounts, people, readings and imports. */
@NullMarked
package dev.keyline.portfolio.web;

import org.jspecify.annotations.NullMarked;
