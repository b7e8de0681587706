package dev.keyline.engine.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedAtTheDoorTest {
    @Test
    void a_text_of_more_than_two_megabytes() {
        assertRefused(
                Models.model("a", "<description>" + "x".repeat(Door.MOST_BYTES) + "</description>"), 413, "bytes");
    }

    @Test
    void tables_of_more_than_twenty_thousand_rows_together() {
        assertRefused(Models.model("a", table(10_001) + table(10_000)), 413, "more than 20000 rows");
        assertThatCode(() -> Door.admit(List.of(Models.model("a", table(10_000) + table(10_000)))))
                .doesNotThrowAnyException();
    }

    private static String table(int rows) {
        return "<decision name='t'><decisionTable>" + "<rule/>".repeat(rows) + "</decisionTable></decision>";
    }

    @Test
    void too_many_elements() {
        assertRefused(Models.model("a", "<x/>".repeat(200_000)), 413, "more than 200000 elements");
    }

    @Test
    void elements_deep_in_each_other_with_the_place() {
        PolicyText deep =
                Models.model("a", "<decision name='d'>" + "<x>".repeat(63) + "</x>".repeat(63) + "</decision>");
        assertRefused(
                deep,
                422,
                "line 2, column ",
                "(decision d in definitions a): elements stand in each other more than 64 deep");
    }

    @Test
    void a_doctype_with_or_without_entities() {
        assertRefused(text("<!DOCTYPE definitions><definitions/>"), 422, "line 1, column ", "no DOCTYPE");
        assertRefused(
                text("<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><definitions>&a;</definitions>"),
                422,
                "no DOCTYPE");
        assertRefused(
                text("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><definitions>&b;</definitions>"),
                422,
                "no DOCTYPE");
    }

    @Test
    void what_is_no_xml_or_no_dmn() {
        assertRefused(text("<definitions"), 422, "line 1, column ");
        assertRefused(text("<definitions>&a;</definitions>"), 422, "line 1, column ");
        assertRefused(text("<html/>"), 422, "begins with definitions, not with html");
        assertRefused(text(""), 422, "line 1, column ");
        assertRefused(new PolicyText("a", "rules/a.drl", "package a;"), 422, "rules ship with a release");
    }

    @Test
    void external_functions_boxed_and_in_feel() {
        assertRefused(
                Models.model("a", "<decision name='d'><functionDefinition id='f' kind='Java'/></decision>"),
                422,
                "(functionDefinition f in decision d): a function of kind Java is code from elsewhere");
        assertRefused(Models.model("a", "<encapsulatedLogic kind=' pmml '/>"), 422, "is code from elsewhere");
        for (String feel : List.of(
                "function(a) external {java: {class: \"java.lang.System\", \"method signature\": \"getenv()\"}}",
                "{f: function(a: number)/* external */external{pmml: {}}}",
                "[1, function ( ) // \")\n external { java: {}}]")) {
            assertRefused(
                    Models.deciding("a", feel), 422, "(literalExpression e-a in decision a): an external function");
        }
        for (String feel :
                List.of("external rating + 1", "\"f(a) external\"", "f(externally)", "sum(a) /* external */")) {
            assertThatCode(() -> Door.admit(List.of(Models.deciding("a", feel))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void imports_from_elsewhere_of_other_kinds_or_too_many() {
        for (String place : List.of(
                "http://example.com/a.dmn",
                "HTTPS://a/b",
                "jar:file:/a.jar!/a",
                "file:a.dmn",
                "//host/a",
                "\\\\host\\a")) {
            assertRefused(Models.model("a", imported(place)), 422, "not from " + place);
        }
        assertRefused(
                Models.model("a", "<import importType='http://www.dmg.org/PMML-4_4'/>"),
                422,
                "only DMN models are imported");
        assertRefused(Models.model("a", "<import namespace='a'/>"), 422, "only DMN models are imported");
        assertRefused(Models.model("a", imported("a.dmn").repeat(11)), 422, "imports more than 10 others");
        assertThatCode(() -> Door.admit(
                        List.of(Models.model("a", imported("../a.dmn").repeat(10)))))
                .doesNotThrowAnyException();
    }

    private static String imported(String place) {
        return "<import name='b' namespace='b' importType='https://www.omg.org/spec/DMN/20230324/MODEL/' locationURI='%s'/>"
                .formatted(place);
    }

    @Test
    void more_texts_than_a_model_may_import() {
        List<PolicyText> many = Collections.nCopies(13, Models.deciding("a", "1"));
        assertThat(catchThrowableOfType(RejectedTextException.class, () -> Door.admit(many)))
                .hasMessageContaining("12 other models");
        assertThatCode(() -> Door.admit(many.subList(0, 12))).doesNotThrowAnyException();
    }

    @Test
    void expressions_that_are_too_deep_or_too_long() {
        assertRefused(Models.deciding("a", "(".repeat(65) + "1" + ")".repeat(65)), 422, "65 deep, more than 64");
        assertRefused(Models.deciding("a", "1" + "+1".repeat(10_000)), 422, "20001 characters");
        assertThatCode(() -> Door.admit(List.of(Models.deciding("a", "\"((" + "(".repeat(100) + "\"+\"\\\"(\""))))
                .doesNotThrowAnyException();
        assertThatCode(() -> Door.admit(List.of(Models.deciding("a", "[" + "]1..2[, ".repeat(200) + "1]"))))
                .doesNotThrowAnyException();
    }

    @Test
    void every_problem_is_named_up_to_twenty() {
        String wrong = Models.decision("d", "(".repeat(65));
        assertThat(refusal(Models.model("a", wrong.repeat(3))).problems()).hasSize(3);
        assertThat(refusal(Models.model("a", wrong.repeat(30))).problems()).hasSize(20);
    }

    @Test
    void a_vocabulary_that_could_run() throws IOException {
        PolicyText shipped =
                new PolicyText("facts", "dmn/facts/facts.dmn", Files.readString(Path.of("dmn/facts/facts.dmn")));
        assertThatCode(() -> Door.admitVocabulary(shipped)).doesNotThrowAnyException();
        assertThatCode(() ->
                        Door.admitVocabulary(allowing("[date(\"2020-01-01\")..@\"2021-01-01\"), not(null), > 3.5")))
                .doesNotThrowAnyException();
        for (String feel : List.of(
                "for i in 1..10 return i",
                "count([1]) > ?",
                "? * 2 > 4",
                "some x in [1] satisfies true",
                "1**2",
                "a")) {
            assertThat(refusalOfVocabulary(allowing(feel)).problems())
                    .as(feel)
                    .anyMatch(problem -> problem.contains("literals, ranges and comparisons"));
        }
        assertThat(refusalOfVocabulary(Models.deciding("facts", "1")).problems())
                .anyMatch(problem -> problem.contains("holds item definitions, no decision"));
    }

    private static PolicyText allowing(String feel) {
        return Models.model(
                "facts",
                "<itemDefinition name='f'><typeRef>Any</typeRef><allowedValues><text>" + feel.replace("<", "&lt;")
                        + "</text></allowedValues></itemDefinition>");
    }

    @Test
    void but_nothing_that_is_shipped() throws IOException {
        try (var files = Files.walk(Path.of("dmn"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                Door.admit(List.of(new PolicyText("a", file.toString(), Files.readString(file))));
            }
        }
    }

    private static PolicyText text(String xml) {
        return new PolicyText("a", "dmn/test/a.dmn", xml);
    }

    private static void assertRefused(PolicyText text, int status, String... words) {
        RejectedTextException refused = refusal(text);
        assertThat(refused.type().status()).isEqualTo(status);
        assertThat(refused.problems().get(0)).contains(words);
        assertThat(refused.errors().get(0).pointer()).isEqualTo(text.path());
    }

    private static RejectedTextException refusal(PolicyText text) {
        return catchThrowableOfType(RejectedTextException.class, () -> Door.admit(List.of(text)));
    }

    private static RejectedTextException refusalOfVocabulary(PolicyText text) {
        return catchThrowableOfType(RejectedTextException.class, () -> Door.admitVocabulary(text));
    }
}
