package org.closecall.postmortem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an exported file as docs/postmortem-markdown.md says. */
record ReadBack(List<String> head, Map<String, String> texts) {

    private static final Pattern BLOCK = Pattern.compile("(?dm)^<!-- closecall:([a-z-]+ \\{.*}) -->\n.*\n\n");

    static ReadBack of(String file) {
        var end = file.indexOf("\n---\n", 4);
        var texts = new LinkedHashMap<String, String>();
        var blocks = BLOCK.matcher(file);
        for (var found = blocks.find(end); found;) {
            var what = blocks.group(1);
            var from = blocks.end();
            found = blocks.find();
            var text = file.substring(from, found ? blocks.start() : file.length());
            texts.put(what, text.replaceAll("\n\n$", "").replaceAll("(?dm)^<!-- \\\\(\\\\*)closecall:", "<!-- $1closecall:"));
        }
        return new ReadBack(file.substring(4, end).lines().toList(), texts);
    }

    String head(String name) {
        return head.stream().filter(line -> line.startsWith(name + ": ")).findFirst().orElseThrow().substring(name.length() + 2);
    }

    String text(String block) {
        return texts.get(block);
    }
}
