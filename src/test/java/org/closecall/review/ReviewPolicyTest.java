package org.closecall.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Likelihood;
import org.closecall.occurrence.Occurrence;
import org.closecall.occurrence.Severity;
import org.junit.jupiter.api.Test;

class ReviewPolicyTest {

    private static final ReviewPolicy STANDARD = new ReviewPolicy(Map.of());

    @Test
    void asksForMoreTheWorseItWas() {
        assertEquals(List.of(Review.FULL, Review.FULL, Review.FULL, Review.LIGHT, Review.NONE), column(Occasion.HAPPENED));
        assertEquals(List.of(Review.LIGHT, Review.LIGHT, Review.LIGHT, Review.NONE, Review.NONE), column(Occasion.RARE));
        assertEquals(List.of(Review.FULL, Review.LIGHT, Review.LIGHT, Review.LIGHT, Review.NONE), column(Occasion.OCCASIONAL));
        assertEquals(List.of(Review.FULL, Review.FULL, Review.FULL, Review.LIGHT, Review.LIGHT), column(Occasion.FREQUENT));
    }

    @Test
    void neverAsksForLessWhenItIsWorseOrLikelier() {
        var likelier = List.of(Occasion.RARE, Occasion.OCCASIONAL, Occasion.FREQUENT);
        for (var severity : Severity.values()) {
            for (var i = 1; i < likelier.size(); i++) {
                assertTrue(STANDARD.asks(severity, likelier.get(i)).compareTo(STANDARD.asks(severity, likelier.get(i - 1))) <= 0, severity + " " + likelier.get(i));
            }
        }
        for (var occasion : Occasion.values()) {
            assertEquals(column(occasion), column(occasion).stream().sorted().toList(), occasion.name());
        }
    }

    @Test
    void saysNothingWhileTooLittleIsKnown() {
        var nearMiss = occurrence(Kind.NEAR_MISS);
        assertNull(STANDARD.asks(nearMiss));
        nearMiss.potentialSeverity = Severity.SEV1;
        assertNull(STANDARD.asks(nearMiss));
        nearMiss.likelihood = Likelihood.OCCASIONAL;
        assertEquals(Review.FULL, STANDARD.asks(nearMiss));
        var incident = occurrence(Kind.INCIDENT);
        assertNull(STANDARD.asks(incident));
        incident.severity = Severity.SEV5;
        assertEquals(Review.NONE, STANDARD.asks(incident));
    }

    @Test
    void aChangedCellGoesFirst() {
        var changed = new ReviewPolicy(Map.of("SEV5-HAPPENED", new Demand(Review.FULL, 2)));
        assertEquals(Review.FULL, changed.asks(Severity.SEV5, Occasion.HAPPENED));
        assertEquals(Review.NONE, changed.asks(Severity.SEV5, Occasion.RARE));
        assertEquals(2, changed.demand(Severity.SEV5, Occasion.HAPPENED).workingDays());
        assertEquals(List.of("SEV5-HAPPENED"), changed.asking().get(2));
        assertEquals(Set.of(2, 5, 10), changed.asking().keySet());
    }

    private static List<Review> column(Occasion occasion) {
        return Arrays.stream(Severity.values()).map(severity -> STANDARD.asks(severity, occasion)).toList();
    }

    private static Occurrence occurrence(Kind kind) {
        var occurrence = new Occurrence();
        occurrence.kind = kind;
        return occurrence;
    }
}
