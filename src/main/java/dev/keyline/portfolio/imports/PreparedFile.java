package dev.keyline.portfolio.imports;

import dev.keyline.portfolio.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file that can be taken: read, and with every column that its rules want.
 *
 * @param rules in the order of their entities
 */
record PreparedFile(CsvTable table, List<FileRule> rules) {
    PreparedFile {
        rules = rules.stream().sorted(Comparator.comparing(FileRule::entity)).toList();
    }

    /** Names are unique within an import. */
    boolean isThe(PreparedFile other) {
        return table.file().equals(other.table.file());
    }

    Set<Entity> entities() {
        return rules.stream().map(FileRule::entity).collect(Collectors.toCollection(TreeSet::new));
    }
}
