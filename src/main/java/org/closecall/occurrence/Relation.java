package org.closecall.occurrence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.closecall.web.Option;

/** A link as it reads from one of its ends. */
public enum Relation {
    RELATED(LinkKind.RELATED, true, "related to"),
    CAUSED_BY(LinkKind.CAUSED_BY, true, "caused by"),
    CAUSED(LinkKind.CAUSED_BY, false, "caused"),
    DUPLICATE_OF(LinkKind.DUPLICATE_OF, true, "duplicate of"),
    HAS_DUPLICATE(LinkKind.DUPLICATE_OF, false, "has the duplicate"),
    FORETOLD_BY(LinkKind.FORETOLD_BY, true, "foretold by"),
    FORETOLD(LinkKind.FORETOLD_BY, false, "foretold");

    public final LinkKind kind;
    /** Whether the end it reads from is the source. */
    public final boolean outward;
    public final String words;

    Relation(LinkKind kind, boolean outward, String words) {
        this.kind = kind;
        this.outward = outward;
        this.words = words;
    }

    static Relation of(LinkKind kind, boolean outward) {
        return Stream.of(values()).filter(one -> one.kind == kind && (one.outward == outward || kind == LinkKind.RELATED)).findFirst().orElseThrow();
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(one -> Option.of(one, one.label())).toList();
    }

    public String label() {
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }
}
