package dev.keyline.policy.difference;

import dev.keyline.engine.table.DecisionTable;
import dev.keyline.engine.table.DmnDocument;
import dev.keyline.engine.table.ModelTypes;
import dev.keyline.engine.table.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long the difference by meaning of two tables of 200 rows and 6 inputs takes, for tables of several natures. */
class MeaningDifferenceBenchmark {
    private static final int ROWS = 200;
    private static final int RUNS = 7;
    private static final List<String> TYPES = List.of("number", "number", "number", "number", "string", "boolean");
    private static final ModelTypes FEEL_ONLY =
            ModelTypes.of(DmnDocument.read("none.dmn", "<definitions name='none' namespace='urn:none'/>"));

    @Test
    void a_table_that_parts_all_cases_with_five_boundaries_moved() {
        TableText table = table("UNIQUE", parted());
        measure("UNIQUE, every case in one row, 5 rows edited", table, edited(table, new Random(1)));
    }

    @Test
    void overlapping_rows_of_a_first_table_with_five_rows_edited() {
        TableText table = table("FIRST", overlapping(new Random(2)));
        measure("FIRST, overlapping rows, 5 edited", table, edited(table, new Random(3)));
    }

    @Test
    void overlapping_rows_of_a_collect_table_with_five_rows_edited() {
        TableText table = table("COLLECT", overlapping(new Random(2)));
        measure("COLLECT, overlapping rows, 5 edited", table, edited(table, new Random(3)));
    }

    @Test
    void two_tables_that_part_all_cases_and_have_nothing_in_common() {
        measure("UNIQUE, unrelated", table("UNIQUE", parted()), table("UNIQUE", shifted()));
    }

    @Test
    void two_first_tables_that_have_nothing_in_common() {
        measure(
                "FIRST, unrelated",
                table("FIRST", overlapping(new Random(5))),
                table("FIRST", overlapping(new Random(6))));
    }

    private static void measure(String title, TableText before, TableText after) {
        double[] seconds = new double[RUNS];
        MeaningDifference.Table[] found = new MeaningDifference.Table[1];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            found[0] = MeaningDifference.between(
                    DecisionTable.of(before, FEEL_ONLY), DecisionTable.of(after, FEEL_ONLY), null);
            seconds[run] = (System.nanoTime() - start) / 1e9;
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(
                "%s: first %.2f s, median of %d %.2f s, max %.2f s; %d regions, exact %s%n",
                title,
                first,
                RUNS,
                seconds[RUNS / 2],
                seconds[RUNS - 1],
                found[0].regions().size(),
                found[0].exact());
    }

    private static TableText table(String policy, List<TableText.Row> rows) {
        return new TableText(
                "t",
                "points",
                policy,
                null,
                IntStream.range(0, TYPES.size())
                        .mapToObj(i -> new TableText.Input(null, null, "in" + i, TYPES.get(i), null))
                        .toList(),
                List.of(new TableText.Output(null, null, null, "number", null, null)),
                List.of(),
                rows);
    }

    /** 5 × 5 bands, two texts, two booleans and two halves: 200 rows, one for every case. */
    private static List<TableText.Row> parted() {
        return grid(20);
    }

    private static List<TableText.Row> shifted() {
        return grid(17);
    }

    private static List<TableText.Row> grid(int step) {
        List<TableText.Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int rest = i / 25;
            rows.add(row(
                    i,
                    List.of(
                            band(i % 5, step),
                            band(i / 5 % 5, step),
                            rest % 2 == 0 ? "< 50" : ">= 50",
                            "-",
                            rest / 2 % 2 == 0 ? "\"north\"" : "not(\"north\")",
                            rest / 4 % 2 == 0 ? "true" : "false"),
                    i % 7));
        }
        return rows;
    }

    private static String band(int number, int step) {
        return number == 0
                ? "< " + step
                : number == 4 ? ">= " + 4 * step : "[" + number * step + ".." + (number + 1) * step + ")";
    }

    private static List<TableText.Row> overlapping(Random random) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < 4; column++) {
                        int low = random.nextInt(80);
                        cells.add(
                                random.nextInt(3) == 0 ? "-" : "[" + low + ".." + (low + 5 + random.nextInt(20)) + ")");
                    }
                    cells.add(random.nextInt(3) == 0 ? "-" : "\"region " + random.nextInt(8) + "\"");
                    cells.add(List.of("-", "true", "false").get(random.nextInt(3)));
                    return row(i, cells, random.nextInt(5));
                })
                .toList();
    }

    private static TableText.Row row(int number, List<String> cells, int output) {
        return new TableText.Row("row-" + number, cells, List.of(String.valueOf(output)), List.of());
    }

    private static TableText edited(TableText table, Random random) {
        List<TableText.Row> rows = new ArrayList<>(table.rows());
        for (int edit = 0; edit < 5; edit++) {
            int at = random.nextInt(ROWS);
            List<String> cells = new ArrayList<>(rows.get(at).conditions());
            cells.set(random.nextInt(4), "[" + (10 + edit) + "..33)");
            rows.set(at, row(at, cells, 9));
        }
        return table.withRows(rows);
    }
}
