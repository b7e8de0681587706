package dev.keyline.brief;

import dev.keyline.accountplan.AccountPlan;
import dev.keyline.accountplan.MappedStakeholder;
import dev.keyline.accountplan.PlanDocument;
import dev.keyline.accountplan.PlanRisk;
import dev.keyline.accountplan.PlannedAction;
import dev.keyline.accountplan.ProductFeedback;
import dev.keyline.accountplan.RoadmapEntry;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Known;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the ids in a plan are called. */
final class PlanNames {
    private PlanNames() {}

    static Brief.Names of(Handle handle, AccountPlan account) {
        PlanDocument plan = account.plan();
        Map<String, String> contacts = new TreeMap<>();
        account.stakeholders().forEach(stakeholder -> {
            String name = stakeholder.name();
            if (name != null) {
                contacts.put(stakeholder.contactId(), name);
            }
        });
        return new Brief.Names(
                names(
                        handle,
                        Entity.PERSON,
                        Stream.of(
                                plan.actions().stream().map(PlannedAction::owner),
                                plan.risks().stream().map(PlanRisk::owner),
                                account.stakeholders().stream().map(MappedStakeholder::owner))),
                contacts,
                names(
                        handle,
                        Entity.PRODUCT,
                        Stream.of(
                                plan.roadmap().stream().map(RoadmapEntry::productId),
                                plan.feedback().stream().map(ProductFeedback::productId))));
    }

    private static Map<String, String> names(Handle handle, Entity entity, Stream<Stream<String>> ids) {
        List<String> known =
                ids.flatMap(each -> each).filter(Objects::nonNull).distinct().toList();
        return known.isEmpty() ? Map.of() : new TreeMap<>(Known.names(handle, entity, known));
    }
}
