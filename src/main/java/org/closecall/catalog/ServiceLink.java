package org.closecall.catalog;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.web.Typed;

/** Where else a service is described or watched. Typed one a line: title, then address. */
@TemplateData
public record ServiceLink(String title, String url) {

    private static final Pattern LINE = Pattern.compile("(.{0,120}?)\\s*(https?://[^\\s<>\"]{3,2000})");
    private static final int MOST = 20;

    /** Lines that are none are left out: the form has said so before. */
    static List<ServiceLink> of(String lines) {
        return lines == null ? List.of() : lines.lines().map(String::strip).map(LINE::matcher).filter(line -> line.matches())
                .map(line -> new ServiceLink(line.group(1).isEmpty() ? line.group(2) : line.group(1), line.group(2))).toList();
    }

    /** Null when every line is a link. */
    static String complaint(String lines) {
        var given = lines == null ? List.<String>of() : lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (given.size() > MOST) {
            return "At most " + MOST + " links";
        }
        return given.stream().filter(line -> !LINE.matcher(line).matches()).findFirst()
                .map(line -> "“" + Typed.shortened(line, 60) + "” needs an address that begins with https:// at its end").orElse(null);
    }
}
