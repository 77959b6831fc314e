package org.closecall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A form of a page as a browser would send it: fields are name, value, name, value …; texts are the names of those somebody types into. */
record PageForm(String action, boolean multipart, List<String> fields, Set<String> texts) {

    private static final Pattern FORM = Pattern.compile("<form ([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("<(input|button) ([^>]*)>|<textarea ([^>]*)>\\n?(.*?)</textarea>|<select ([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option([^>]*)>([^<]*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

    static Stream<PageForm> of(String page) {
        return FORM.matcher(page).results().filter(form -> attributes(form.group(1)).getOrDefault("method", "").equals("post")).map(form -> of(attributes(form.group(1)), form.group(2)));
    }

    private static PageForm of(Map<String, String> form, String inside) {
        var fields = new ArrayList<String>();
        var texts = new java.util.LinkedHashSet<String>();
        CONTROL.matcher(inside).results().forEach(control -> {
            if (control.group(3) != null) {
                text(attributes(control.group(3)).get("name"), plain(control.group(4)), fields, texts);
            } else if (control.group(5) != null) {
                add(attributes(control.group(5)).get("name"), chosen(control.group(6)), fields);
            } else {
                input(control.group(1), attributes(control.group(2)), fields, texts);
            }
        });
        return new PageForm(plain(form.get("action")), form.getOrDefault("enctype", "").startsWith("multipart"), fields, texts);
    }

    /** The same with something else typed into every text. */
    String[] typing(java.util.function.UnaryOperator<String> typed) {
        var all = new ArrayList<String>();
        for (var i = 0; i < fields.size(); i += 2) {
            all.add(fields.get(i));
            all.add(texts.contains(fields.get(i)) ? typed.apply(fields.get(i)) : fields.get(i + 1));
        }
        return all.toArray(String[]::new);
    }

    private static void input(String tag, Map<String, String> input, List<String> fields, Set<String> texts) {
        var type = input.getOrDefault("type", tag.equals("button") ? "submit" : "text");
        var value = plain(input.getOrDefault("value", type.matches("checkbox|radio") ? "on" : ""));
        if (type.matches("text|search|email|url|tel") && !input.containsKey("readonly")) {
            text(input.get("name"), value, fields, texts);
        } else if (!type.matches("file|submit|password") && (!type.matches("checkbox|radio") || input.containsKey("checked"))) {
            add(input.get("name"), value, fields);
        }
    }

    private static void text(String name, String value, List<String> fields, Set<String> texts) {
        add(name, value, fields);
        if (name != null) {
            texts.add(name);
        }
    }

    private static void add(String name, String value, List<String> fields) {
        if (name != null && !name.equals("csrf-token")) {
            fields.addAll(List.of(name, value));
        }
    }

    private static String chosen(String options) {
        var all = OPTION.matcher(options).results().toList();
        var chosen = all.stream().filter(option -> attributes(option.group(1)).containsKey("selected")).findFirst().or(() -> all.stream().findFirst());
        return chosen.map(option -> plain(attributes(option.group(1)).getOrDefault("value", option.group(2)))).orElse("");
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(text).results().forEach(one -> attributes.putIfAbsent(one.group(1), one.group(2) == null ? "" : one.group(2)));
        return attributes;
    }

    private static String plain(String html) {
        return html == null ? "" : html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
