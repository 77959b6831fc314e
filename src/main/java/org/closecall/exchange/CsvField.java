package org.closecall.exchange;

import java.util.List;
import java.util.Locale;

/** What a column of a file may be. The first of the names is how we write it ourselves. */
public interface CsvField {

    String name();

    String label();

    List<String> names();

    /** How it is called in our own files. */
    default String column() {
        return names().get(0);
    }

    /** due_date and Due Date are one. */
    static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s-]+", " ");
    }
}
