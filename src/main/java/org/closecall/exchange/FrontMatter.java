package org.closecall.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What stands as YAML between two lines of dashes before the text, and that text. Every value is a text, a list of texts or a map. */
record FrontMatter(Map<String, Object> values, String body) {

    private static final Pattern FENCED = Pattern.compile("\\A---[ \\t]*\\n(.*?)\\n(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

    /** 2021-03-31 and 0750 stay what they are written as. */
    private static final class Words extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none: there is no other kind of value
        }
    }

    static FrontMatter of(String path, String text) {
        var fenced = FENCED.matcher(text);
        if (!fenced.find()) {
            return new FrontMatter(Map.of(), text);
        }
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object read = new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options, new Words()).load(fenced.group(1));
            return read instanceof Map<?, ?> map ? new FrontMatter(named(map), text.substring(fenced.end())) : new FrontMatter(Map.of(), text);
        } catch (YAMLException broken) {
            throw new Refused(path + ": what stands between the two lines of dashes is not YAML. " + broken.getMessage().lines().findFirst().orElse(""));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first that is given; null when none is. Lists are joined. */
    String text(String... names) {
        return Arrays.stream(names).map(values::get).map(FrontMatter::text).filter(text -> text != null && !text.isBlank()).findFirst().map(String::strip).orElse(null);
    }

    /** A list, or words between commas. */
    List<String> list(String... names) {
        return Arrays.stream(names).map(values::get).filter(value -> value != null).findFirst().map(FrontMatter::list).orElse(List.of());
    }

    private static List<String> list(Object value) {
        var each = value instanceof List<?> many ? many.stream().map(FrontMatter::text) : Stream.of(String.valueOf(value).split(","));
        return Incoming.distinct(each.filter(one -> one != null && !one.isBlank()).map(String::strip));
    }

    private static String text(Object value) {
        return value instanceof List<?> many ? String.join(", ", many.stream().map(String::valueOf).toList()) : value instanceof String text ? text : null;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> named.put(String.valueOf(name).toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'), value));
        return named;
    }
}
