package org.closecall.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.closecall.web.Mentions.Mark;
import org.closecall.web.Mentions.Target;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes links of the marks in a document that name something. Code and what is a link already stay as they are. */
final class Marking extends AbstractVisitor {

    private final Set<Mark> marks = new HashSet<>();
    private Map<Mark, Target> targets = Map.of();

    static void apply(Node document, Mentions mentions) {
        var marking = new Marking();
        document.accept(marking);
        if (!marking.marks.isEmpty()) {
            marking.targets = mentions.found(marking.marks);
            document.accept(marking);
        }
    }

    @Override
    public void visit(Link link) {
        // a link within a link is none
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().indexOf('#') < 0) {
            return;
        }
        marks.addAll(Mark.in(text.getLiteral()));
        if (!targets.isEmpty()) {
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
