package dev.keyline.cli;

import dev.keyline.audit.AuditHead;
import dev.keyline.audit.AuditVerdict;
import dev.keyline.audit.AuditVerification;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify-audit}: whether the trail of who did what is as it was written. */
@Command(
        name = "verify-audit",
        description =
                "Reads the audit trail of a database from its beginning and says whether an entry was changed, taken"
                        + " out or cut off. Exits with 1 when one was. The password comes from the environment, as PGPASSWORD.",
        mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    @Option(names = "--url", required = true, description = "The database: jdbc:postgresql://…")
    private String url = "";

    @Option(names = "--user", required = true, description = "Who may read it.")
    private String user = "";

    @Option(
            names = "--head",
            paramLabel = "ENTRIES:HASH",
            description = "An end of the trail that was noted down earlier, and has to be in it still.")
    private @Nullable String head;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AuditHead noted = noted();
        AuditVerdict verdict = verify(noted);
        if (verdict.intact()) {
            output.write(
                    spec,
                    new Report("The trail is as it was written: %d entries.".formatted(verdict.entries()), List.of()));
            return 0;
        }
        Report.Line broken = new Report.Line(
                Report.Level.ERROR,
                "broken-trail",
                url,
                "entry " + verdict.brokenAt(),
                String.valueOf(verdict.problem()),
                null);
        output.write(spec, new Report("The trail is not as it was written.", List.of(broken)));
        return Commands.FOUND;
    }

    private AuditVerdict verify(@Nullable AuditHead noted) {
        String password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
        try {
            return Jdbi.create(url, user, password).inTransaction(handle -> AuditVerification.of(handle, noted));
        } catch (ConnectionException e) {
            throw new UnusableFileException(url + ": no connection: " + e.getMessage());
        } catch (JdbiException e) {
            throw new UnusableFileException(url + ": holds no audit trail that can be read: " + e.getMessage());
        }
    }

    private @Nullable AuditHead noted() {
        if (head == null) {
            return null;
        }
        Matcher parts = HEAD.matcher(head);
        if (!parts.matches()) {
            throw new UnusableFileException("--head must be a number, a colon and a hash of 64 hexadecimal digits");
        }
        return new AuditHead(Long.parseLong(parts.group(1)), parts.group(2));
    }
}
