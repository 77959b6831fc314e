package org.closecall.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged application on a data folder of its own, with its embedded database and without jobs. */
final class Site {

    static final String EMAIL = "load@example.org";
    static final String PASSWORD = "plum tree engine 7";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final Process process;

    private Site(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    static Site start() {
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            free.close();
            var site = new Site("http://localhost:" + port, run(port));
            Runtime.getRuntime().addShutdownHook(new Thread(site::stop));
            site.await();
            site.enter();
            return site;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Process run(int port) throws IOException {
        Files.createDirectories(Asked.DATA.getParent());
        var command = new ArrayList<>(List.of(java(), "-jar", System.getProperty("application", Asked.HERE.resolve("../../target/quarkus-app/quarkus-run.jar").toString())));
        command.addAll(1, List.of(System.getProperty("options", "-Xmx512m").split(" ")));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Asked.HERE.resolve("target/application.log").toFile());
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", String.valueOf(port), "CLOSECALL_DATA", Asked.DATA.toString(), "CLOSECALL_JOBS", "false"));
        return builder.start();
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    private void await() throws InterruptedException {
        for (var tries = 0; tries < 240 && process.isAlive(); tries++) {
            try {
                if (get("/q/health/ready").contains("UP")) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("The application did not start: see load/target/application.log");
    }

    /** Sets the organisation up, or signs in where that is done. */
    private void enter() throws IOException, InterruptedException {
        var person = Map.of("email", EMAIL, "password", PASSWORD);
        if (TOKEN.matcher(get("/set-up")).find()) {
            post("/set-up", Map.of("organisation", "Larkspur", "timeZone", "Europe/Vienna", "name", "Lou Load", "email", EMAIL, "password", PASSWORD));
        } else {
            post("/sign-in", person);
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString()).body();
    }

    private void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(path));
        token.find();
        var body = "csrf-token=" + token.group(1) + fields.entrySet().stream().map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining());
        var answer = client.send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    String address() {
        return address;
    }

    void stop() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
