package dev.keyline.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A {@link StackOverflowError} is answered like any other fault of ours; the library only knows {@link Exception}. */
@Provider
public final class UnforeseenError extends ExceptionMapperBase<Throwable> {
    @Override
    protected HttpProblem toProblem(Throwable thrown) {
        return HttpProblem.builder().withStatus(500).build();
    }
}
