package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Typed;

/** The columns of the log somebody chose, or the usual ones. The title is always there. */
@TemplateData
public record LogColumns(Set<LogColumn> chosen) {

    private static final Set<LogColumn> USUAL = EnumSet.of(LogColumn.TITLE, LogColumn.KIND, LogColumn.SEVERITY, LogColumn.STATE,
            LogColumn.SERVICE, LogColumn.DETECTION, LogColumn.BEGAN, LogColumn.LIFE);

    /** Each may name several, as an address of ours does, or one, as a form's boxes do. What is no column is left out. */
    static LogColumns of(List<String> names) {
        var chosen = EnumSet.noneOf(LogColumn.class);
        (names == null ? List.<String>of() : names).stream().flatMap(several -> Arrays.stream(several.split("[.,]")))
                .map(name -> Typed.choice(LogColumn.class, name.strip().toUpperCase(Locale.ROOT))).filter(column -> column != null).forEach(chosen::add);
        if (chosen.isEmpty()) {
            return new LogColumns(USUAL);
        }
        chosen.add(LogColumn.TITLE);
        return new LogColumns(chosen);
    }

    /** The title only where it stands alone: no name at all would mean the usual ones. */
    String parameter() {
        return chosen.stream().filter(column -> column != LogColumn.TITLE || chosen.size() == 1).map(LogColumn::parameter).collect(Collectors.joining("."));
    }

    public boolean usual() {
        return chosen.equals(USUAL);
    }

    public boolean has(LogColumn column) {
        return chosen.contains(column);
    }

    public boolean shows(String name) {
        return chosen.contains(LogColumn.valueOf(name));
    }

    public List<LogColumn> offered() {
        return Arrays.stream(LogColumn.values()).filter(column -> column != LogColumn.TITLE).toList();
    }

    /** Those that stand beside the title. */
    public List<LogColumn> beside() {
        return chosen.stream().filter(column -> column != LogColumn.TITLE && !column.beneath()).toList();
    }
}
