package dev.keyline.http.web;

import dev.keyline.http.Idempotency;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Parameters that mean the same wherever they are taken. One that a resource describes means what it says there. */
final class UsualParameters {
    private static final String READ = "The `ETag` of what you have read.";
    private static final String READ_OR_NOT =
            "The `ETag` of what you have read: refuses to overwrite what somebody else changed since.";

    private UsualParameters() {}

    static List<Parameter> of(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** @param makes whether the operation may make what it names, so that nobody can have read it before */
    static void describe(PathWords path, boolean makes, Operation operation) {
        for (Parameter parameter : of(operation)) {
            if (parameter.getDescription() != null) {
                continue;
            }
            if (parameter.getIn() == In.PATH) {
                parameter.setDescription(path.describe(parameter.getName()));
            } else if (isHeader(parameter, HttpHeaders.IF_MATCH)) {
                parameter.required(!makes).setDescription(makes ? READ_OR_NOT : READ);
            } else if (isHeader(parameter, Idempotency.HEADER)) {
                parameter.setDescription("Repeating a request with its key does nothing twice.");
            }
        }
    }

    static boolean isHeader(Parameter parameter, String name) {
        return parameter.getIn() == In.HEADER && name.equals(parameter.getName());
    }
}
