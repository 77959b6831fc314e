package org.closecall.action;

import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/**
 * An action moved on the board.
 *
 * @param by what the columns stand for
 * @param was the column it was taken from
 * @param to the one it was put in
 * @param query the board, to go back to
 */
public record PlacementForm(@RestForm String by, @RestForm String was, @RestForm String to, @RestForm String query) {

    ActionGroup group() {
        return ActionGroup.named(by);
    }

    ActionFilter board() {
        var filter = ActionFilter.of(query);
        filter.view = "board";
        filter.by = group().word();
        return filter;
    }

    boolean elsewhere() {
        return Typed.given(to) && !to.equals(was);
    }
}
