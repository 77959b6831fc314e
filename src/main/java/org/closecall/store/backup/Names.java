package org.closecall.store.backup;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of tables and columns as they stand in a statement. */
final class Names {

    private Names() {
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(Collection<Table> tables) {
        return tables.stream().map(table -> quoted(table.name())).collect(Collectors.joining(", "));
    }
}
