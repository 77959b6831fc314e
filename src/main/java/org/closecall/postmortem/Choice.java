package org.closecall.postmortem;

import jakarta.ws.rs.core.MultivaluedMap;
import org.closecall.web.Viewer;

/** What somebody chose of two versions: the button says which and of which text, such as "mine.impact". */
record Choice(String what, String key) {

    private static final String SEEN = "seen.";

    static Choice of(MultivaluedMap<String, String> form) {
        var parts = Texts.orEmpty(form.getFirst("choice")).split("\\.", 2);
        return parts.length == 2 ? new Choice(parts[0], parts[1]) : new Choice("", "");
    }

    String editing() {
        return "edit".equals(what) ? key : "";
    }

    /** A choice counts for the version that was in view; if there is a newer one by now, it clashes again. */
    void applyTo(Postmortem postmortem, Writing writing, MultivaluedMap<String, String> form, Viewer viewer) {
        for (var slot : Slot.of(postmortem, viewer.person(), viewer.now())) {
            if (slot.key().equals(key) && writing.clashes(slot)) {
                if ("mine".equals(what)) {
                    writing.over(key, form.getFirst(SEEN + key));
                } else if ("theirs".equals(what)) {
                    postmortem.setAside(slot, writing.text(key), viewer.person(), viewer.now());
                    writing.leave(slot);
                }
            }
        }
    }
}
