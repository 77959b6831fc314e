package org.closecall.store.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A backup read front to back, as it was written. */
final class Reading {

    private static final int PIECE = 1 << 16;
    private static final String TORN = "this file is not a whole backup of Closecall: it ends too soon or was changed";

    private final ZipInputStream zip;
    private final Heading heading;
    private ZipEntry entry;
    private String sessionKey;

    Reading(InputStream in) throws IOException {
        zip = new ZipInputStream(new BufferedInputStream(in, PIECE), UTF_8);
        entry = next();
        if (entry == null || !Heading.ENTRY.equals(entry.getName())) {
            throw new Unusable("this file is not a backup of Closecall");
        }
        heading = Heading.read(zip);
        entry = next();
        if (entry != null && Backup.KEY.equals(entry.getName())) {
            sessionKey = new String(zip.readAllBytes(), UTF_8);
            entry = next();
        }
    }

    Heading heading() {
        return heading;
    }

    /** Null where it was kept elsewhere. */
    String sessionKey() {
        return sessionKey;
    }

    /** The rows of the tables, one table after the other in the heading's order. */
    RowSum rows(Table table, Table.Rows rows) throws IOException, SQLException {
        if (entry == null || !entry.getName().equals(Backup.TABLES + table.name())) {
            throw new Unusable(TORN);
        }
        var sum = new RowSum();
        try {
            for (var row = line(); row != null; row = line()) {
                sum.add(row);
                rows.next(row);
            }
        } catch (EOFException | ZipException torn) {
            throw new Unusable(TORN);
        }
        entry = next();
        return sum;
    }

    /** By table, and by "sequence " and its name. */
    Map<String, String> sums() throws IOException {
        if (entry == null || !entry.getName().equals(Backup.SUMS)) {
            throw new Unusable(TORN);
        }
        try {
            return Backup.lines(zip.readAllBytes()).stream().map(line -> line.split("\t")).collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (EOFException | ZipException torn) {
            throw new Unusable(TORN);
        }
    }

    private ZipEntry next() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (EOFException | ZipException torn) {
            throw new Unusable(TORN);
        }
    }

    private final byte[] piece = new byte[PIECE];
    private int from;
    private int until;

    /** With its end; null after the last one. Line ends within a row are escaped. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream longer = null;
        while (true) {
            if (from == until) {
                from = 0;
                until = zip.read(piece, 0, piece.length);
                if (until < 0) {
                    until = 0;
                    return longer == null ? null : longer.toByteArray();
                }
            }
            var end = from;
            while (end < until && piece[end] != '\n') {
                end++;
            }
            var whole = end < until;
            var length = end - from + (whole ? 1 : 0);
            if (longer == null) {
                longer = new ByteArrayOutputStream(length);
            }
            longer.write(piece, from, length);
            from += length;
            if (whole) {
                return longer.toByteArray();
            }
        }
    }
}
