package dev.keyline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads JSON bodies. It tells a caller's JSON that does not fit (400) from our own that does not (500), which by the
 * exception alone look the same, and takes an empty body for an object without members.
 */
@Provider
public final class JsonBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        fillEmpty(context);
        try {
            Object body = context.proceed();
            if (body == null) {
                throw new BadInputException("", "must be a JSON object, and is null");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new BadInputException(List.of(JsonFault.describe(e)));
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException fault) {
                throw new BadInputException(List.of(JsonFault.describe(fault)));
            }
            throw e;
        }
    }

    private static void fillEmpty(ReaderInterceptorContext context) throws IOException {
        PushbackInputStream body = new PushbackInputStream(context.getInputStream());
        int first = body.read();
        if (first < 0) {
            context.setInputStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        } else {
            body.unread(first);
            context.setInputStream(body);
        }
    }
}
