package dev.keyline.portfolio.imports;

import com.fasterxml.uuid.Generators;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.http.BadInputException;
import dev.keyline.http.Idempotency;
import dev.keyline.http.InputError;
import dev.keyline.portfolio.Known;
import dev.keyline.portfolio.Portfolio;
import dev.keyline.portfolio.PortfolioChange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes files into the portfolio. Whatever stands in the way of a whole file is told before anything is changed. */
@Singleton
public class PortfolioImport {
    private final Portfolio portfolio;
    private final ImportStore store;
    private final Idempotency idempotency;
    private final BusinessTime time;
    private final Clock clock;

    @Inject
    PortfolioImport(Portfolio portfolio, ImportStore store, Idempotency idempotency, BusinessTime time, Clock clock) {
        this.portfolio = portfolio;
        this.store = store;
        this.idempotency = idempotency;
        this.time = time;
        this.clock = clock;
    }

    /**
     * The mapping somebody means.
     *
     * @param nameOrDocument a shipped mapping's name, or a document in YAML or JSON
     * @throws BadInputException with the place of each error in the document
     */
    public Mapping mapping(String nameOrDocument) {
        Optional<String> shipped = ShippedMappings.document(nameOrDocument.strip());
        return new MappingReader(time.zone())
                .read(shipped.isPresent() ? nameOrDocument.strip() : "document", shipped.orElse(nameOrDocument));
    }

    /**
     * Takes the files, each in a transaction of its own: what others refer to first, and good rows although others are
     * bad. Taking the same files again changes nothing.
     *
     * @throws BadInputException when a file cannot be taken at all; then nothing was changed
     */
    public ImportReport run(List<ImportFile> files, Mapping mapping, String caller) {
        return store.find(run(files, mapping, caller, null).id()).orElseThrow();
    }

    /**
     * As {@link #run(List, Mapping, String)}; a second time under the same key answers with the first time's import.
     *
     * @param key of the caller's choice, null for none
     */
    public Made run(List<ImportFile> files, Mapping mapping, String caller, @Nullable String key) {
        List<PreparedFile> prepared = prepare(files, mapping);
        List<String> request = new ArrayList<>(List.of("import", mapping.document()));
        files.forEach(file -> request.add(file.name() + " " + UUID.nameUUIDFromBytes(file.content())));
        Idempotency.Recorded recorded = portfolio.<Idempotency.Recorded>record(
                handle -> idempotency.once(handle, caller, key, request, work -> begin(work, mapping, caller)));
        UUID id = UUID.fromString(recorded.resource());
        if (!recorded.repeated()) {
            long weeks = weeks(mapping.anchor());
            FileOrder.of(prepared).forEach(file -> portfolio.changeInBulk(change -> take(id, file, weeks, change)));
        }
        return new Made(id, recorded.repeated());
    }

    private String begin(Handle handle, Mapping mapping, String caller) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        store.begin(handle, id, mapping.name(), clock.instant(), caller);
        return id.toString();
    }

    /** An import, made now or by an earlier call. */
    public record Made(UUID id, boolean repeated) {}

    private List<PreparedFile> prepare(List<ImportFile> files, Mapping mapping) {
        List<InputError> errors = new ArrayList<>();
        List<PreparedFile> prepared = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (files.isEmpty()) {
            errors.add(
                    new InputError("/file", "there is no file: send at least one part called file, with a file name"));
        }
        Map<String, String> types = portfolio.<Map<String, String>>read(Known::attributeTypes);
        for (int i = 0; i < files.size(); i++) {
            ImportFile file = files.get(i);
            List<String> problems = new ArrayList<>();
            if (!names.add(file.name())) {
                problems.add("is there twice");
            } else {
                prepare(file, mapping, types, problems).ifPresent(prepared::add);
            }
            for (String problem : problems) {
                errors.add(new InputError("/file/" + i, file.name() + " " + problem));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return prepared;
    }

    private Optional<PreparedFile> prepare(
            ImportFile file, Mapping mapping, Map<String, String> types, List<String> problems) {
        List<FileRule> rules = mapping.rulesFor(file.name());
        if (rules.isEmpty()) {
            problems.add("matches no pattern of the mapping: "
                    + String.join(
                            ", ",
                            mapping.rules().stream()
                                    .map(FileRule::match)
                                    .distinct()
                                    .toList()));
            return Optional.empty();
        }
        try {
            CsvTable table = CsvTable.read(file, rules);
            for (FileRule rule : rules) {
                problems.addAll(new Columns(rule, table.header(), types, 0).problems());
            }
            return Optional.of(new PreparedFile(table, rules));
        } catch (UnreadableFileException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<FileReport> take(UUID id, PreparedFile file, long weeks, PortfolioChange change) {
        CsvTable table = file.table();
        Map<String, String> types = Known.attributeTypes(change.handle());
        List<Columns> columns = file.rules().stream()
                .map(rule -> new Columns(rule, table.header(), types, weeks))
                .toList();
        List<String> ignored = new ArrayList<>(table.header());
        columns.forEach(read -> ignored.removeAll(read.used()));
        List<FileReport> reports = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            FileImport taking = new FileImport(table, file.rules().get(i), columns.get(i), change);
            reports.add(taking.run(ignored));
            rejected.addAll(taking.rejected());
        }
        store.add(change.handle(), id, reports, rejected);
        return reports;
    }

    /** By how many whole weeks the anchor lies before the present one; dates keep their weekday that way. */
    private long weeks(@Nullable LocalDate anchor) {
        return anchor == null ? 0 : ChronoUnit.WEEKS.between(monday(anchor), monday(time.dayOf(clock.instant())));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
