package org.closecall.web;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** How much markup a text may have. What nobody could have meant to be read would keep the server busy for minutes. */
final class Budget extends AbstractVisitor {

    /** About half a second's. Half a million characters of prose, tables and logs have a fifth of it. */
    private static final int MOST = 100_000;
    /** One address may be given once and meant in ten thousand places. */
    private static final long MOST_IN_ADDRESSES = 2_000_000;
    private static final String SIGNS = "[]*_`<&@~\\";

    private long addresses;

    private Budget() {
    }

    /** What signs cost, by what they may begin: lines are blocks of their own, a stroke is a cell and # a link to a record. */
    static boolean allows(String text) {
        var cost = 0;
        for (var i = 0; i < text.length() && cost <= MOST; i++) {
            var sign = text.charAt(i);
            cost += sign == '|' || sign == '#' ? 4 : sign == '\n' ? 2 : SIGNS.indexOf(sign) >= 0 ? 1 : 0;
        }
        return cost <= MOST;
    }

    static boolean allows(Node document) {
        var budget = new Budget();
        document.accept(budget);
        return budget.addresses <= MOST_IN_ADDRESSES;
    }

    @Override
    public void visit(Link link) {
        add(link.getDestination(), link.getTitle());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(image.getDestination(), image.getTitle());
        visitChildren(image);
    }

    private void add(String destination, String title) {
        addresses += destination.length() + (title == null ? 0 : title.length());
    }
}
