package org.closecall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Qute template as text: which names it declares and uses, and which tags it calls with what. */
record Template(String path, String text) {

    record Call(String name, Set<String> parameters) {
    }

    private static final Path FOLDER = Path.of("frontend-templates", "templates");
    static final List<Template> ALL = all();

    private static final Set<String> WORDS = Set.of("if", "else", "for", "each", "in", "let", "set", "include", "insert", "fragment", "when", "switch", "is", "case", "eq", "ne", "gt", "ge",
            "lt", "le", "and", "or", "not", "true", "false", "null", "nested");
    private static final Set<String> SECTIONS = Set.of("if", "else", "for", "each", "let", "set", "include", "insert", "fragment", "when", "is", "case", "switch", "bundle");
    private static final Pattern DECLARED = Pattern.compile("\\{@[\\w.$<>?, ]+ (\\w+)}");
    private static final Pattern LOOP = Pattern.compile("#for (\\w+) in");
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w.])(\\w+)=(?!=)");
    private static final Pattern ROOT = Pattern.compile("(?<![\\w.:#/$])([A-Za-z_]\\w*)(?![\\w]*[:=](?!=))");

    static Stream<Template> tags() {
        return ALL.stream().filter(Template::isTag);
    }

    static Optional<Template> tag(String name) {
        return tags().filter(tag -> tag.name().equals(name)).findFirst();
    }

    boolean isTag() {
        return path.startsWith("tags/");
    }

    String name() {
        return path.replaceFirst(".*/", "").replace(".html", "");
    }

    Set<String> declared() {
        return DECLARED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names at the beginning of an expression that neither a loop nor a let has made. */
    Set<String> used() {
        var own = new TreeSet<String>();
        LOOP.matcher(text).results().forEach(found -> own.add(found.group(1)));
        expressions().filter(expression -> expression.startsWith("#let")).forEach(let -> PARAMETER.matcher(let).results().forEach(found -> own.add(found.group(1))));
        return expressions().filter(expression -> !expression.matches("#(is|case) .*")).flatMap(expression -> ROOT.matcher(expression).results().map(found -> found.group(1)))
                .filter(name -> !WORDS.contains(name) && !own.contains(name) && own.stream().noneMatch(local -> name.startsWith(local + "_")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without sections and expressions: what stands there whatever the data. */
    String markup() {
        return text.replaceAll("\\{[#/@!a-zA-Z][^{}]*}", "");
    }

    List<Call> calls() {
        return expressions().filter(expression -> expression.matches("(?s)#\\w+.*")).map(expression -> new Call(expression.replaceFirst("(?s)#(\\w+).*", "$1"),
                PARAMETER.matcher(expression).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new))))
                .filter(call -> !SECTIONS.contains(call.name())).toList();
    }

    /** Everything between braces without its texts in quotation marks; no comment, no declaration, no end of a section. */
    private Stream<String> expressions() {
        var found = new ArrayList<String>();
        for (var at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (Character.isLetter(next) || next == '#') {
                found.add(expression(at + 1));
            }
        }
        return found.stream();
    }

    private String expression(int from) {
        var expression = new StringBuilder();
        var quote = '\0';
        for (var at = from; at < text.length() && (quote != '\0' || text.charAt(at) != '}'); at++) {
            var sign = text.charAt(at);
            if (quote == '\0' && (sign == '\'' || sign == '"')) {
                quote = sign;
            } else if (sign == quote) {
                quote = '\0';
            } else if (quote == '\0') {
                expression.append(sign);
            }
        }
        return expression.toString();
    }

    private static List<Template> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().map(file -> new Template(FOLDER.relativize(file).toString().replace('\\', '/'), read(file))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
