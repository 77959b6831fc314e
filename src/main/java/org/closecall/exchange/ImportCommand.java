package org.closecall.exchange;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.spi.CDI;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.store.RunningInstance;
import org.closecall.store.Startup;

/** bin/import: through the instance that runs on the data folder, else by running the application without its pages for as long as it takes. */
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
        return RunningInstance.on(Startup.dataFolder()).map(instance -> send(instance, file, dryRun)).orElseGet(() -> start(file, dryRun));
    }

    private static int send(RunningInstance instance, Path file, boolean dryRun) {
        var address = URI.create(instance.url() + "/api/v1/imports?dryRun=" + dryRun + "&file="
                + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8));
        try {
            var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + instance.token())
                    .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofFile(file)).build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return tell(answer.statusCode() == 200, answer.body().isEmpty() || answer.statusCode() > 499
                    ? "The Closecall at " + instance.url() + " answered " + answer.statusCode() + "\n" : answer.body());
        } catch (IOException failure) {
            return tell(false, "The Closecall at " + instance.url() + " does not answer: " + failure + "\n");
        } catch (InterruptedException stopped) {
            return 1;
        }
    }

    /** The settings a person would otherwise see: no port, and nothing but the report on the terminal. */
    private static int start(Path file, boolean dryRun) {
        Stream.of("quarkus.http.host-enabled=false", "quarkus.log.level=ERROR", "quarkus.log.console.stderr=true").map(setting -> setting.split("="))
                .forEach(setting -> System.setProperty(setting[0], setting[1]));
        Startup.prepare();
        Quarkus.run(Headless.class, file.toString(), Boolean.toString(dryRun));
        return 0;
    }

    /** In UTF-8 whatever the locale, as the file was. */
    private static int tell(boolean good, String text) {
        new PrintStream(new FileOutputStream(good ? FileDescriptor.out : FileDescriptor.err), true, StandardCharsets.UTF_8).append(text).flush();
        return good ? 0 : 1;
    }

    public static final class Headless implements QuarkusApplication {
        @Override
        public int run(String... arguments) throws IOException {
            var content = Files.readAllBytes(Path.of(arguments[0]));
            var report = CDI.current().select(ImportJobs.class).get().atOnce(Texts.fileName(arguments[0]), content, Boolean.parseBoolean(arguments[1]));
            return tell(report.good(), report.text());
        }
    }
}
