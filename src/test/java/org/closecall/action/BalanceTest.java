package org.closecall.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Test
    void saysWhenAllEggsLieInOneBasket() {
        assertTrue(of(Aim.PREVENT_RECURRENCE, Aim.DETECT_SOONER).oneSided());
        assertTrue(of(Aim.PREVENT_RECURRENCE, Aim.DETECT_SOONER).advice().contains("nobody foresaw"));
        assertTrue(of(Aim.REDUCE_IMPACT, Aim.REDUCE_IMPACT).advice().contains("coming back"));
        assertFalse(of(Aim.REDUCE_IMPACT, Aim.PREVENT_RECURRENCE).oneSided());
        assertFalse(of(Aim.REDUCE_IMPACT).oneSided());
        assertFalse(of().oneSided());
    }

    @Test
    void dividesTheBar() {
        var balance = of(Aim.REDUCE_IMPACT, Aim.PREVENT_RECURRENCE, Aim.REDUCE_IMPACT);
        assertEquals("1 prevent recurrence, 0 detect sooner, 2 reduce impact", balance.words());
        assertEquals(List.of(33.3, 0.0, 66.7), balance.sides().stream().map(Balance.Side::width).toList());
        assertEquals(33.3, balance.sides().get(2).x());
    }

    @Test
    void countsSeeingItSoonerForTheFirstAnswer() {
        var actions = actions(Aim.DETECT_SOONER, Aim.REDUCE_IMPACT);
        assertEquals(List.of(actions.get(0)), Balance.serving(actions, "prevent"));
        assertEquals(List.of(actions.get(1)), Balance.serving(actions, "limit"));
    }

    private static Balance of(Aim... aims) {
        return Balance.of(actions(aims));
    }

    private static List<ActionItem> actions(Aim... aims) {
        return Arrays.stream(aims).map(aim -> {
            var action = new ActionItem();
            action.aim = aim;
            return action;
        }).toList();
    }
}
