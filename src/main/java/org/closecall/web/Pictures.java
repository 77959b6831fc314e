package org.closecall.web;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Only our own attachments are shown, each leading to its full size. A picture from elsewhere would tell its owner who reads: it becomes a link. */
final class Pictures extends AbstractVisitor {

    static final Pattern OURS = Pattern.compile("/attachments/\\d{1,18}/[^/?#\\\\\\s]+");
    private boolean linked;

    @Override
    public void visit(Link link) {
        linked = true;
        visitChildren(link);
        linked = false;
    }

    @Override
    public void visit(Image image) {
        if (linked && OURS.matcher(image.getDestination()).matches()) {
            return;
        }
        var link = new Link(image.getDestination(), image.getTitle());
        image.insertBefore(link);
        if (OURS.matcher(image.getDestination()).matches()) {
            link.appendChild(image);
        } else {
            describe(image, link);
        }
    }

    /** By its own words, or by where it is. */
    private void describe(Image image, Link link) {
        for (Node child = image.getFirstChild(), next; child != null; child = next) {
            next = child.getNext();
            link.appendChild(child);
        }
        if (link.getFirstChild() == null) {
            link.appendChild(new Text(image.getDestination()));
        }
        image.unlink();
    }
}
