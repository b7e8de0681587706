package dev.keyline.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;

/** Hears which rows decide. One listener hears every thread of a runtime, so each evaluation collects on its own thread. */
final class SelectedRows implements DMNRuntimeEventListener {
    private static final ThreadLocal<@Nullable List<String>> COLLECTING = new ThreadLocal<>();

    void begin() {
        COLLECTING.set(new ArrayList<>());
    }

    List<String> end() {
        List<String> selected = COLLECTING.get();
        COLLECTING.remove();
        return selected == null ? List.of() : selected;
    }

    @Override
    public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
        List<String> selected = COLLECTING.get();
        if (selected != null) {
            selected.addAll(event.getSelectedIds());
        }
    }
}
