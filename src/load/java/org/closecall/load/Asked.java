package org.closecall.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What bin/load was asked for. The year of the page ends with the last day that the store is filled to. */
final class Asked {

    static final int CONNECTIONS = 8;
    static final long RECORDS = Long.getLong("records", 100_000);
    static final int SECONDS = Integer.getInteger("seconds", 60);
    /** Null: the page may take as long as it takes. */
    static final Integer LIMIT = Integer.getInteger("limit");
    static final LocalDate UNTIL = LocalDate.parse(System.getProperty("until", LocalDate.now(ZoneOffset.UTC).toString()));
    static final String PAGE = "/reliability?from=" + UNTIL.minusYears(1) + "&to=" + UNTIL.minusDays(1);
    static final Path HERE = Path.of(System.getProperty("here", "")).toAbsolutePath();
    static final Path DATA = HERE.resolve("target/data-" + RECORDS + "-" + UNTIL);

    private Asked() {
    }
}
