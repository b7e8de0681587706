package dev.keyline.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.portfolio.Contact;
import dev.keyline.portfolio.Contract;
import dev.keyline.portfolio.Entitlement;
import dev.keyline.portfolio.Entity;
import dev.keyline.portfolio.Field;
import dev.keyline.portfolio.JsonRow;
import dev.keyline.portfolio.Opportunity;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that publish what can be written say all of what the rows take, and nothing else. */
class WrittenContractTest {
    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(PersonToPut.class, Entity.PERSON, List.of("id"), List.of("leave")),
                Arguments.of(
                        AccountToPut.class,
                        Entity.ACCOUNT,
                        List.of("id"),
                        List.of(
                                "attributes",
                                "assignments",
                                "tierOverride",
                                "contacts",
                                "contracts",
                                "entitlements",
                                "opportunities")),
                Arguments.of(AccountToPut.AssignmentToPut.class, Entity.ASSIGNMENT, List.of("accountId"), List.of()),
                Arguments.of(SignalToPost.class, Entity.SIGNAL, List.of("accountId"), List.of()),
                Arguments.of(ReadingsToPost.Usage.class, Entity.USAGE, List.of("accountId"), List.of()),
                Arguments.of(ReadingsToPost.Satisfaction.class, Entity.SATISFACTION, List.of("accountId"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_has_the_fields_of_its_row(
            Class<? extends Record> body, Entity entity, List<String> inThePath, List<String> beside) {
        Set<String> expected = properties(entity);
        expected.removeAll(inThePath);
        expected.addAll(beside);

        assertThat(components(body)).isEqualTo(expected);
    }

    @Test
    void the_lists_of_an_account_have_the_fields_of_their_rows() {
        assertThat(components(Contact.class)).containsAll(listed(Entity.CONTACT));
        assertThat(components(Contract.class)).containsAll(listed(Entity.CONTRACT));
        assertThat(components(Entitlement.class)).containsAll(listed(Entity.ENTITLEMENT));
        assertThat(components(Opportunity.class)).containsAll(listed(Entity.OPPORTUNITY));
    }

    private static Set<String> listed(Entity entity) {
        Set<String> properties = properties(entity);
        properties.remove("accountId");
        return properties;
    }

    private static Set<String> properties(Entity entity) {
        return entity.fields().stream().map(Field::name).map(JsonRow::property).collect(Collectors.toSet());
    }

    private static Set<String> components(Class<? extends Record> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
