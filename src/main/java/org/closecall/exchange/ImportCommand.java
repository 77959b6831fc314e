package org.closecall.exchange;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.closecall.store.LocalCommand;
import org.closecall.store.RunningInstance;
import org.closecall.store.Startup;

/** bin/import. */
public final class ImportCommand {

    private static final String DRY_RUN = "--dry-run";
    private static final String USAGE = """
            Usage: bin/import FILE [--dry-run]

            Brings in the incidents of a status page (incidents.json of Google Cloud Status, incidents.json or
            summary.json of an Atlassian Statuspage), or postmortems: a Markdown file, or a zip of them with their
            pictures. Importing again changes nothing. Postmortems are brought in as the first administrator.
            With --dry-run it says what would happen and writes nothing.""";

    private ImportCommand() {
    }

    /** Returns the exit code. */
    public static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.println(USAGE);
            return 0;
        }
        var files = arguments.stream().filter(argument -> !DRY_RUN.equals(argument)).toList();
        if (files.size() != 1 || files.get(0).startsWith("-")) {
            System.err.println(USAGE);
            return 2;
        }
        var file = Path.of(files.get(0));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            System.err.println("There is no readable file " + file);
            return 1;
        }
        var dryRun = arguments.contains(DRY_RUN);
        var path = "/api/v1/imports?dryRun=" + dryRun + "&file=" + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        return RunningInstance.on(Startup.dataFolder()).map(instance -> LocalCommand.send(instance, path, "application/octet-stream", () -> BodyPublishers.ofFile(file)))
                .orElseGet(() -> LocalCommand.start(Headless.class, file.toString(), Boolean.toString(dryRun)));
    }

    public static final class Headless implements QuarkusApplication {
        @Override
        public int run(String... arguments) throws IOException {
            var content = Files.readAllBytes(Path.of(arguments[0]));
            var report = CDI.current().select(ImportJobs.class).get().atOnce(Texts.fileName(arguments[0]), content, Boolean.parseBoolean(arguments[1]));
            return LocalCommand.tell(report.good(), report.text());
        }
    }
}
