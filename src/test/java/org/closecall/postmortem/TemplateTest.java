package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.occurrence.Kind;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void incidentsAreReviewedInFullAndTheRestLightly() {
        assertEquals(Template.FULL, Template.of(Kind.INCIDENT));
        assertEquals(Template.LIGHT, Template.of(Kind.NEAR_MISS));
        assertEquals(Template.LIGHT, Template.of(Kind.HAZARD));
    }

    @Test
    void everyPlaceOnAPageHasItsOwnName() {
        for (var template : Template.values()) {
            var fields = Stream.concat(template.sections().stream().map(Section::key), Stream.of(Slot.TITLE, Slot.FACILITATOR, Slot.TRIGGER)).toList();
            assertEquals(fields.size(), fields.stream().collect(Collectors.toSet()).size());
            var parts = template.parts.stream().map(Part::key).toList();
            assertEquals(parts.size(), parts.stream().collect(Collectors.toSet()).size());
            template.sections().forEach(section -> assertTrue(section.guidance().matches(".*[?.]"), section.key()));
        }
    }
}
