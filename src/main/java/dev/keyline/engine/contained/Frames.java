package dev.keyline.engine.contained;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What service and worker say to each other: frames of JSON, each after its length in bytes. */
final class Frames {
    /** Characters of a number: FEEL's decimals go up to 10^6144. */
    private static final int LONGEST_NUMBER = 10_000;

    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .addModule(new SimpleModule().addDeserializer(Object.class, new Decimals()))
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DataInputStream in;
    private final DataOutputStream out;
    private final int longest;

    /**
     * Frames over two streams.
     *
     * @param longest bytes of a frame that is read; a longer one is no frame
     */
    Frames(InputStream in, OutputStream out, int longest) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        this.longest = longest;
    }

    void write(byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /** Waits for the next frame; {@link java.io.EOFException} when the other side is gone. */
    byte[] read() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] frame = new byte[length];
        in.readFully(frame);
        return frame;
    }

    /** Every number a decimal, as FEEL has them, whole ones too. */
    private static final class Decimals extends UntypedObjectDeserializer {
        private static final long serialVersionUID = 1L;

        Decimals() {
            super((JavaType) null, (JavaType) null);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    ? parser.getDecimalValue()
                    : super.deserialize(parser, context);
        }
    }
}
