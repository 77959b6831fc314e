package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.closecall.postmortem.Part.Form;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.junit.jupiter.api.Test;

class PartRowsTest {

    @Test
    void moveAndGoByTheirPlace() {
        var rows = rows("a", "b", "c");
        assertEquals(List.of("b", "a", "c"), titles(rows.arranged("up.1")));
        assertEquals(List.of("b", "a", "c"), titles(rows.arranged("down.0")));
        assertEquals(List.of("a", "c"), titles(rows.arranged("remove.1")));
        for (var nothing : new String[] {"up.0", "down.2", "remove.3", "remove.-1", "add.NOTHING", "left.1", "up", "", null}) {
            assertEquals(rows, rows.arranged(nothing), nothing);
        }
    }

    @Test
    void areAddedAsOftenAsTheyMayBeThere() {
        var rows = rows("a").arranged("add.TEXT").arranged("add.TIMELINE").arranged("add.TIMELINE");
        assertEquals(List.of(Form.TEXT, Form.TEXT, Form.TIMELINE), rows.parts().stream().map(Part::form).toList());
        assertFalse(rows.addable().contains(Form.TIMELINE));
        assertTrue(rows.addable().contains(Form.TEXT));
    }

    /** None is the name of another field, and none is there twice. */
    @Test
    void getTheirKeyFromTheirTitleOnce() {
        var rows = rows("What stopped it?", "Title", "Łódź über alles", "漢字", "2026", "What stopped it", "Then").keyed();
        assertEquals(List.of("what-stopped-it", "title-2", "odz-uber-alles", "section", "section-2", "what-stopped-it-2", "then-2"), keys(rows));
        var renamed = new PartRows(rows.parts().stream().map(part -> new Part(part.form(), part.key(), "Other", "", false)).toList());
        assertEquals(keys(rows), keys(renamed.keyed()));
        assertEquals(40, rows("x".repeat(120)).keyed().parts().get(0).key().length());
    }

    @Test
    void sayWhatIsWrong() {
        assertEquals("Part 2: what is its heading?", errors(rows("a", "")).on("title.1"));
        assertTrue(errors(rows("x".repeat(121))).has("title.0"));
        assertTrue(errors(new PartRows(List.of(Part.blank(Form.TIMELINE)))).has("parts"));
        assertTrue(errors(rows("a").arranged("add.ACTIONS").arranged("add.TEXT")).has("title.2"));
        assertTrue(errors(new PartRows(List.of(part("a", "a"), Part.blank(Form.ACTIONS), Part.blank(Form.ACTIONS)))).has("parts"));
        assertTrue(errors(rows("x ".repeat(41).split(" "))).has("parts"));
        assertFalse(errors(rows("a", "b")).any());
    }

    /** Theirs where only they changed it: a section they added comes along, one they left out goes. */
    @Test
    void ofTwoAdministratorsComeTogether() {
        var opened = new PartRows(List.of(part("a", "A"), part("b", "B"), part("c", "C")));
        var theirs = new PartRows(List.of(part("a", "A of theirs"), part("c", "C"), part("d", "D")));
        var mine = new PartRows(List.of(part("c", "C of mine"), part("a", "A"), part("b", "B")));
        var merged = mine.merged(theirs, conflict(opened, mine, theirs));
        assertEquals(List.of("C of mine", "A of theirs", "D"), titles(merged));
        var still = new PartRows(List.of(part("a", "A"), part("b", "B of mine"), part("c", "C")));
        assertEquals(List.of("A of theirs", "C", "D", "B of mine"), titles(still.merged(theirs, conflict(opened, still, theirs))));
    }

    private static Conflict conflict(PartRows opened, PartRows mine, PartRows theirs) {
        var fields = Arrays.asList(opened, mine, theirs).stream().map(rows -> {
            var snapshot = new LinkedHashMap<String, String>();
            rows.snapshot(snapshot);
            return snapshot;
        }).toList();
        var moved = new LinkedHashSet<>(fields.get(2).keySet());
        moved.addAll(fields.get(0).keySet());
        moved.removeIf(label -> Objects.equals(fields.get(0).get(label), fields.get(2).get(label)) || !Objects.equals(fields.get(0).get(label), fields.get(1).get(label)));
        return new Conflict("Somebody", null, List.of(), List.copyOf(moved));
    }

    private static PartRows rows(String... titles) {
        return new PartRows(Arrays.stream(titles).map(title -> part("", title)).toList());
    }

    private static Part part(String key, String title) {
        return new Part(Form.TEXT, key, title, "", false);
    }

    private static List<String> titles(PartRows rows) {
        return rows.parts().stream().map(Part::title).toList();
    }

    private static List<String> keys(PartRows rows) {
        return rows.parts().stream().map(Part::key).toList();
    }

    private static Errors errors(PartRows rows) {
        var errors = Errors.none();
        rows.check(errors);
        return errors;
    }
}
