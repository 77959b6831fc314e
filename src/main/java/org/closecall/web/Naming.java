package org.closecall.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** People named in a text by an @. Code and what is a link are no place for that. */
final class Naming extends AbstractVisitor {

    private final Pattern names;
    private final BiConsumer<Text, Matcher> deed;

    private Naming(Collection<String> names, BiConsumer<Text, Matcher> deed) {
        // the longest first: Mia may be there, and Mia Member
        var any = names.stream().sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
        this.names = Pattern.compile("(?<![\\p{L}\\p{N}_@.+-])@(" + any + ")(?![\\p{L}\\p{N}_@]|[.+-][\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.deed = deed;
    }

    /** Those of the names that are there, as they are written there. */
    static Set<String> found(Node document, Collection<String> names) {
        var found = new LinkedHashSet<String>();
        if (!names.isEmpty()) {
            document.accept(new Naming(names, (text, name) -> {
                while (name.find()) {
                    found.add(name.group(1));
                }
            }));
        }
        return found;
    }

    static void mark(Node document, Collection<String> names) {
        if (!names.isEmpty()) {
            document.accept(new Naming(names, Naming::mark));
        }
    }

    @Override
    public void visit(Link link) {
        // an address is no name
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().indexOf('@') >= 0) {
            deed.accept(text, names.matcher(text.getLiteral()));
        }
    }

    private static void mark(Text text, Matcher name) {
        var literal = text.getLiteral();
        var from = 0;
        while (name.find()) {
            text.insertBefore(new Text(literal.substring(from, name.start())));
            var marked = new StrongEmphasis();
            marked.appendChild(new Text(name.group()));
            text.insertBefore(marked);
            from = name.end();
        }
        text.setLiteral(literal.substring(from));
    }
}
