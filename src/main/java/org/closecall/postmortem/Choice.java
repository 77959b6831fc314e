package org.closecall.postmortem;

import jakarta.ws.rs.core.MultivaluedMap;

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
    void applyTo(Saving saving, Writing writing, MultivaluedMap<String, String> form) {
        for (var slot : Slot.of(saving.postmortem(), saving.by(), saving.now())) {
            if (slot.key().equals(key) && writing.clashes(slot)) {
                decide(slot, saving, writing, form.getFirst(SEEN + key));
            }
        }
    }

    private void decide(Slot slot, Saving saving, Writing writing, String seen) {
        if (what.equals("theirs")) {
            saving.setAside(slot, writing.text(key));
            writing.leave(slot);
        } else if (what.equals("mine")) {
            writing.over(key, seen);
        } else if (what.equals("both") && Texts.stamp(slot.saved().get()).equals(seen)) {
            join(Clash.of(saving, slot, writing).merged(), writing, seen);
        }
    }

    /** What was typed since it was proposed may contradict by now. */
    private void join(String merged, Writing writing, String seen) {
        if (merged != null) {
            writing.type(key, merged);
            writing.over(key, seen);
        }
    }
}
