package dev.keyline.coverage;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.keyline.http.BadInputException;
import dev.keyline.http.InputError;
import dev.keyline.terms.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of pairs of account and manager, from a table with the columns {@code account}, {@code person} and any of
 * {@code fit}, {@code cost} and {@code load}, in any order; an empty cell says nothing.
 */
public final class PairingsCsv {
    private static final Set<String> COLUMNS = Set.of("account", "person", "fit", "cost", "load");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private static final Pattern PAIRING = Pattern.compile("/pairings/(\\d+)/?(.*)");

    private final String pointer;
    private final List<Pairing> pairings = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();

    private PairingsCsv(String pointer) {
        this.pointer = pointer;
    }

    /**
     * Reads the table.
     *
     * @param pointer where it stands in the request
     * @throws BadInputException naming every line that is no pair, and every column that is none of those
     */
    public static PairingsCsv read(String pointer, String csv) {
        PairingsCsv read = new PairingsCsv(pointer);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            boolean first = true;
            for (NamedCsvRecord row : rows) {
                if (first) {
                    read.header(row.getHeader());
                    first = false;
                }
                read.row(row);
            }
        } catch (CsvParseException | IOException e) {
            throw new BadInputException(pointer, "is no CSV: " + e.getMessage());
        }
        if (!read.errors.isEmpty()) {
            throw new BadInputException(read.errors);
        }
        return read;
    }

    /** In the order of the lines. */
    public List<Pairing> pairings() {
        return List.copyOf(pairings);
    }

    /** Those of a list, and then those of the table. */
    public List<Pairing> after(List<Pairing> listed) {
        List<Pairing> all = new ArrayList<>(listed);
        all.addAll(pairings);
        return all;
    }

    /**
     * What was found wrong with a plan's input, told by the line of this table where it is about one of its pairs.
     *
     * @param before how many of the input's pairs stand before those of the table
     */
    public List<InputError> byLine(List<InputError> errors, int before) {
        return errors.stream()
                .map(error -> {
                    Matcher row = PAIRING.matcher(error.pointer());
                    int index = row.matches() ? Integer.parseInt(row.group(1)) - before : -1;
                    return index < 0 ? error : told(lines.get(index), row.group(2), error.message());
                })
                .toList();
    }

    private InputError told(long line, String field, String message) {
        return new InputError(pointer, "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + message);
    }

    private void header(List<String> header) {
        Set<String> unknown = new HashSet<>(header);
        unknown.removeAll(COLUMNS);
        if (!unknown.isEmpty() || !header.contains("account") || !header.contains("person")) {
            throw new BadInputException(
                    pointer, "line 1: must name the columns account, person and any of fit, cost, load, not " + header);
        }
    }

    private void row(NamedCsvRecord row) {
        int before = errors.size();
        String account = cell(row, "account", Function.identity(), "");
        String person = cell(row, "person", Function.identity(), "");
        if (account == null || person == null) {
            tell(row, "", "must name an account and a person");
        }
        Integer fit = cell(row, "fit", Integer::valueOf, "must be a whole number");
        BigDecimal cost = cell(row, "cost", PairingsCsv::number, "must be a number");
        Points load = cell(row, "load", text -> new Points(number(text)), "must be points from 0");
        if (errors.size() == before) {
            pairings.add(new Pairing(Objects.requireNonNull(account), Objects.requireNonNull(person), fit, cost, load));
            lines.add(row.getStartingLineNumber());
        }
    }

    /** What a cell holds; null when it is empty, is not there, or cannot be read, which is told. */
    private <T> @Nullable T cell(NamedCsvRecord row, String column, Function<String, T> read, String must) {
        String text = row.findField(column).orElse("").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            tell(row, column, must + ", not " + text);
            return null;
        }
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(text); // nor with an exponent, which could be any size
        }
        return new BigDecimal(text);
    }

    private void tell(NamedCsvRecord row, String column, String message) {
        errors.add(told(row.getStartingLineNumber(), column, message));
    }
}
