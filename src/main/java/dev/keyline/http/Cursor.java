package dev.keyline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The opaque text of a place in a list: a checksum and the key of the last item as JSON, in base64url. The checksum is
 * no secret; it catches cursors that were cut short, pasted wrongly or edited.
 */
final class Cursor {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String REFUSAL =
            "is not a cursor that this list gave out; leave it away to start at the beginning";

    private Cursor() {}

    static String encode(Object key) {
        try {
            byte[] json = JSON.writeValueAsBytes(key);
            byte[] whole = ByteBuffer.allocate(Integer.BYTES + json.length)
                    .putInt(checksum(json))
                    .put(json)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a list's key must be JSON: " + key.getClass(), e);
        }
    }

    static <K> K decode(String cursor, Class<K> keyType) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (whole.remaining() > Integer.BYTES) {
                int expected = whole.getInt();
                byte[] json = new byte[whole.remaining()];
                whole.get(json);
                K key = checksum(json) == expected ? JSON.readValue(json, keyType) : null;
                if (key != null) {
                    return key;
                }
            }
        } catch (IllegalArgumentException | IOException unreadable) {
            // told below, like a wrong checksum
        }
        throw new BadInputException("cursor", REFUSAL);
    }

    private static int checksum(byte[] json) {
        CRC32 crc = new CRC32();
        crc.update(json);
        return (int) crc.getValue();
    }
}
