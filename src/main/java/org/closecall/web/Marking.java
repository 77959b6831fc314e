package org.closecall.web;

import java.util.Map;
import org.closecall.web.Mentions.Mark;
import org.closecall.web.Mentions.Target;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes links of the marks in a document that name something. Code and what is a link already stay as they are. */
final class Marking extends AbstractVisitor {

    private final Map<Mark, Target> targets;

    private Marking(Map<Mark, Target> targets) {
        this.targets = targets;
    }

    static void apply(Node document, Map<Mark, Target> targets) {
        if (!targets.isEmpty()) {
            document.accept(new Marking(targets));
        }
    }

    @Override
    public void visit(Link link) {
        // a link within a link is none
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().indexOf('#') >= 0) {
            link(text);
        }
    }

    private void link(Text text) {
        var literal = text.getLiteral();
        var found = Mentions.MARK.matcher(literal);
        var from = 0;
        while (found.find()) {
            var target = targets.get(Mark.of(found.toMatchResult()));
            if (target != null) {
                text.insertBefore(new Text(literal.substring(from, found.start())));
                var link = new Link(target.path(), target.title());
                link.appendChild(new Text(target.words()));
                text.insertBefore(link);
                from = found.end();
            }
        }
        text.setLiteral(literal.substring(from));
    }
}
