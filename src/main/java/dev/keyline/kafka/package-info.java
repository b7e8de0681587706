/** The Kafka that is configured, if any: records out, records in, and nothing of what they mean. */
@NullMarked
package dev.keyline.kafka;

import org.jspecify.annotations.NullMarked;
