package dev.keyline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What style the sources keep to, where a compiler does not see to it. */
class SourceStyleTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int MAIN_CEILING = 300;
    private static final int TEST_CEILING = 400;

    private static final String CLOCK_PRODUCER = "dev.keyline.calendar.BusinessTime";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.keyline");

    @Test
    void no_file_is_longer_than_its_ceiling() {
        assertThat(sources(MAIN))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(lines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(MAIN_CEILING));
        assertThat(sources(TESTS))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(lines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(TEST_CEILING));
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        List<Path> folders =
                sources(MAIN).stream().map(Path::getParent).distinct().toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(String.join("\n", lines(info))).matches("(?s)/\\*\\*\\s*\\S.*\\.\\s*\\*/.*@NullMarked.*");
        });
    }

    @Test
    void the_present_moment_comes_from_the_injected_clock() {
        assertThat(CLASSES.contain(CLOCK_PRODUCER))
                .as("the class that gives out the clock")
                .isTrue();
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CLOCK_PRODUCER)
                .should()
                .accessTargetWhere(readsTheTime())
                .because("a test cannot move a clock it did not give")
                .check(CLASSES);
    }

    @Test
    void every_endpoint_is_public() {
        // one that is not is left out without a word, and answers 404
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        Set<String> clocks = Set.of("currentTimeMillis", "systemUTC", "systemDefaultZone", "system");
        return DescribedPredicate.describe("reads the system's clock", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.") && target.getName().equals("now") && hasNoClock(access);
            boolean clock = (owner.equals("java.lang.System") || owner.equals("java.time.Clock"))
                    && clocks.contains(target.getName());
            return now || clock;
        });
    }

    private static boolean hasNoClock(JavaAccess<?> access) {
        return !access.getTarget().getFullName().contains("java.time.Clock");
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
