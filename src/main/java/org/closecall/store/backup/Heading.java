package org.closecall.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What stands first in a backup: when it was made, of which schema, and which tables follow. */
record Heading(Instant made, String server, List<String> history, List<Table> tables) {

    static final String ENTRY = "closecall-backup";
    private static final String FORMAT = "1";

    /** The schema's version. */
    String version() {
        return history.get(history.size() - 1).split(" ")[0];
    }

    void write(OutputStream out) throws IOException {
        var lines = new StringBuilder("format=" + FORMAT + "\nmade=" + made + "\nserver=" + server + "\n");
        for (var i = 0; i < history.size(); i++) {
            lines.append("migration.").append(i).append('=').append(history.get(i)).append('\n');
        }
        for (var i = 0; i < tables.size(); i++) {
            lines.append("table.").append(i).append('=').append(tables.get(i).name()).append(' ').append(String.join(" ", tables.get(i).columns())).append('\n');
        }
        out.write(lines.toString().getBytes(UTF_8));
    }

    static Heading read(InputStream in) throws IOException {
        var lines = new Properties();
        lines.load(new InputStreamReader(in, UTF_8));
        if (!FORMAT.equals(lines.getProperty("format"))) {
            throw new Unusable("this backup has the format " + lines.getProperty("format") + " of a newer Closecall");
        }
        var tables = numbered(lines, "table.").stream().map(line -> List.of(line.split(" "))).map(words -> new Table(words.get(0), words.subList(1, words.size()))).toList();
        return new Heading(Instant.parse(lines.getProperty("made")), lines.getProperty("server"), numbered(lines, "migration."), tables);
    }

    private static List<String> numbered(Properties lines, String prefix) {
        var found = new ArrayList<String>();
        for (var line = lines.getProperty(prefix + 0); line != null; line = lines.getProperty(prefix + found.size())) {
            found.add(line);
        }
        return found;
    }
}
