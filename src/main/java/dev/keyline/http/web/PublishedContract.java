package dev.keyline.http.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the OpenAPI document with what follows from an operation by itself: its problems, what repeating it answers, the
 * parameters that mean the same everywhere. What a resource says of its own operation stands.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class PublishedContract implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        DescribedProblems.addTo(contract.getComponents());
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().forEach((path, item) -> complete(new PathWords(path), item, schemas));
        }
    }

    private static void complete(PathWords path, PathItem item, Map<String, Schema> schemas) {
        item.getOperations().forEach((method, operation) -> {
            UsualParameters.describe(path, UsualAnswers.makesWhatItNames(method, operation), operation);
            UsualAnswers answers = new UsualAnswers(path, method, operation);
            answers.addProblems();
            answers.addRepetition();
            answers.describe(schemas);
        });
    }
}
