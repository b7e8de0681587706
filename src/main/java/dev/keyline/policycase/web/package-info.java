/** Cases over HTTP: kept, made from decisions, and run on drafts. */
@NullMarked
package dev.keyline.policycase.web;

import org.jspecify.annotations.NullMarked;
