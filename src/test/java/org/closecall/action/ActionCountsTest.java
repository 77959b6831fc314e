package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionCountsTest {

    @Test
    void neverSaysMoreThanWasCounted() {
        var filter = new ActionFilter();
        assertEquals("1,300", new ActionCounts(Map.of(ActionState.OPEN, 700L, ActionState.IN_PROGRESS, 600L), 0, 0, 0).listedLabel(filter));
        assertEquals("more than 1,600", new ActionCounts(Map.of(ActionState.OPEN, 1_001L, ActionState.IN_PROGRESS, 600L), 0, 0, 1).listedLabel(filter));
        assertEquals("more than 2,000", new ActionCounts(Map.of(ActionState.OPEN, 1_001L, ActionState.IN_PROGRESS, 1_001L), 0, 0, 2).listedLabel(filter));
        assertEquals("1,001", new Column("OPEN", "Open", List.of(), 1_001, false, "").totalLabel());
        assertEquals("more than 1,000", new Column("OPEN", "Open", List.of(), 1_001, true, "").totalLabel());
        assertEquals("1,000", new Column("OPEN", "Open", List.of(), 1_000, true, "").totalLabel());
    }
}
