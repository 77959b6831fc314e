package org.closecall.library;

import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What a control did in a record, as far as lessons are told apart by it. */
enum Did {
    HELD("held"), GAVE_WAY("failed or was missing");

    private static final String TABLE = """
            (select oc.control_id, case when oc.state = 'HELD' then 'HELD' else 'GAVE_WAY' end as did from occurrence_control oc where oc.occurrence_id = %1$s and oc.state in ('HELD', 'FAILED', 'ABSENT')
            union select s.stopped_by_control_id, 'HELD' from occurrence s where s.id = %1$s and s.stopped_by_control_id is not null)""";

    private final String label;

    Did(String label) {
        this.label = label;
    }

    /** A table of what was done in an occurrence, with control_id and did, each once: what stopped it has held in it. */
    static String in(String occurrence) {
        return TABLE.formatted(occurrence);
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(did -> Option.of(did, did.label)).toList();
    }
}
