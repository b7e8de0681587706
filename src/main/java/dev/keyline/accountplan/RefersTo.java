package dev.keyline.accountplan;

import dev.keyline.portfolio.Entity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is the id of something in the portfolio; a contact has to be the account's own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface RefersTo {
    Entity value();
}
