package dev.keyline.events;

import dev.keyline.kafka.ReceivedRecord;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Row;

/** What a record turned out to hold. */
sealed interface Read {
    ReceivedRecord from();

    /** Something to write; whether the account is there has not been looked at. */
    record Event(ReceivedRecord from, Entity entity, String account, Row row) implements Read {}

    /** Nothing that can be taken. */
    record Unreadable(ReceivedRecord from, String reason) implements Read {}
}
