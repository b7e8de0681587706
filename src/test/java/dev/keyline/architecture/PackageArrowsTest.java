package dev.keyline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. The table is the whole truth: adding a package is adding its line. */
class PackageArrowsTest {
    private static final String ROOT = "dev.keyline";

    /** A package, and those it may import; a package not named there it may not. */
    private static final Map<String, Set<String>> MAY_IMPORT = table("""
            terms:
            engine:     http
            jdbc:
            http:       jdbc
            access:     http
            audit:      jdbc http
            calendar:   jdbc http access
            job:        jdbc http
            timer:      jdbc calendar
            kafka:
            facts:      engine jdbc http
            policy:     engine facts audit jdbc http
            proposal:   impact draftcheck policycase policy audit facts engine job calendar jdbc http
            spreadsheet: engine policy http access
            policycase: decision policy facts engine audit jdbc http access calendar
            decision:   policy facts engine jdbc http access calendar
            portfolio:  facts engine jdbc http access calendar
            accountplan: decision portfolio jdbc http access calendar
            review:     decision policy portfolio facts engine job timer jdbc http access calendar
            casework:   review notify calendar timer decision policy portfolio facts engine jdbc http access
            metrics:    decision policy engine http access calendar
            notify:     kafka timer jdbc http access
            events:     portfolio kafka jdbc http access
            coverage:   job jdbc http access calendar terms
            scenario:   acceptance impact coverage spreadsheet calendar jdbc http access terms
            acceptance: coverage portfolio audit timer calendar jdbc http access
            contingency: decision policy portfolio facts engine coverage http access calendar
            demand:     review portfolio coverage job jdbc http access terms
            impact:     demand casework coverage decision policy portfolio facts engine job jdbc http access calendar terms
            sample:     demand review policy portfolio coverage job calendar
            brief:      casework accountplan decision policy portfolio engine jdbc http access calendar
            draftcheck: policy facts engine jdbc http access
            cli:        policycase policy engine facts audit http
            console:
            """);

    /** A library that one package keeps to itself. */
    private static final Map<String, String> OWNED = Map.ofEntries(
            Map.entry("org.kie..", "engine"),
            Map.entry("org.drools..", "engine"),
            Map.entry("com.github.kagkarlsson..", "timer"),
            Map.entry("org.optaplanner..", "coverage"),
            Map.entry("com.google.ortools..", "coverage"),
            Map.entry("com.openhtmltopdf..", "brief"),
            Map.entry("org.apache.pdfbox..", "brief"),
            Map.entry("de.focus_shift..", "calendar"),
            Map.entry("org.apache.kafka..", "kafka"),
            Map.entry("picocli..", "cli"),
            Map.entry("jakarta.mail..", "notify"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void the_table_names_every_package_and_only_packages_that_exist() {
        Set<String> existing = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(PackageArrowsTest::topPackage)
                .collect(toSet());

        assertThat(MAY_IMPORT.keySet())
                .as(
                        "the table in %s: add a line for a new package, remove one that is gone",
                        getClass().getName())
                .containsExactlyInAnyOrderElementsOf(existing);
        assertThat(existing).containsAll(OWNED.values());
        MAY_IMPORT.values().forEach(allowed -> assertThat(existing).containsAll(allowed));
    }

    @Test
    void a_package_imports_only_what_its_line_allows() {
        MAY_IMPORT.forEach((name, allowed) -> {
            String[] reachable = Stream.concat(allowed.stream(), Stream.of(name))
                    .map(other -> ROOT + "." + other + "..")
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + name + "..")
                    .should()
                    .onlyDependOnClassesThat(inAnyPackage(reachable).or(outside()))
                    .as(name + " may import " + (allowed.isEmpty() ? "nothing of ours" : allowed))
                    .check(CLASSES);
        });
    }

    @Test
    void nothing_imports_web() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..web..")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void each_engine_is_known_to_one_package() {
        OWNED.forEach((library, owner) -> noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + owner + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
    }

    private static DescribedPredicate<JavaClass> inAnyPackage(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> outside() {
        return JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..");
    }

    private static String topPackage(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1).split("\\.", -1)[0];
    }

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            List<String> sides = List.of(line.split(":", -1));
            table.put(
                    sides.get(0).strip(),
                    Stream.of(sides.get(1).strip().split(" +", -1))
                            .filter(name -> !name.isEmpty())
                            .collect(toSet()));
        });
        return table;
    }
}
