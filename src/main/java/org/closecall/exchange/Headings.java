package org.closecall.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.web.Markdown;
import org.closecall.web.Typed;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;

/** A Markdown text cut at its headings; every line of it is in one of the pieces. title is null when it begins with none. */
record Headings(String title, String before, List<Piece> pieces) {

    private static final int DEEPEST = 24;
    /** Of blocks only: what stands in a line costs time and is not asked for. */
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).includeSourceSpans(IncludeSourceSpans.BLOCKS).maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> Headings::asWritten).build();
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])[ \\t]*(?:\\[[ xX]\\][ \\t]+)?");
    private static final int OF_PARTS = 2;
    private static final int LONGEST_HEADING = 300;

    record Piece(String heading, String text) {

        /** The items of its lists, and all that is in none. */
        Items items() {
            var lines = text.lines().toList();
            var items = new ArrayList<String>();
            var beside = new ArrayList<String>();
            for (var block = PARSER.parse(text).getFirstChild(); block != null; block = block.getNext()) {
                if (block instanceof ListBlock list) {
                    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                        items.add(item(source(item, lines)));
                    }
                } else {
                    beside.add(source(block, lines));
                }
            }
            return new Items(items.stream().filter(item -> !item.isBlank()).toList(), String.join("\n\n", beside));
        }

        /** Without its bullet, and as far to the left as it goes. */
        private static String item(String source) {
            var bullet = BULLET.matcher(source);
            var width = bullet.lookingAt() ? bullet.end() : 0;
            var indent = Pattern.compile("(?m)^ {1," + Math.max(1, width) + "}");
            return indent.matcher(source.substring(width)).replaceAll("").strip();
        }
    }

    record Items(List<String> items, String beside) {
    }

    static Headings of(String text) {
        var lines = text.lines().toList();
        var headings = new ArrayList<Heading>();
        for (var block = PARSER.parse(text).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                headings.add(heading);
            }
        }
        var title = !headings.isEmpty() && headings.get(0).getLevel() == 1 && joined(lines, 0, line(headings.get(0))).isBlank() ? headings.remove(0) : null;
        var level = headings.stream().mapToInt(Heading::getLevel).filter(each -> each > 1).min().orElse(OF_PARTS);
        headings.removeIf(heading -> heading.getLevel() > level);
        return cut(lines, title, headings);
    }

    private static Headings cut(List<String> lines, Heading title, List<Heading> headings) {
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < headings.size(); i++) {
            var end = i + 1 < headings.size() ? line(headings.get(i + 1)) : lines.size();
            pieces.add(new Piece(words(headings.get(i)), joined(lines, after(headings.get(i)), end)));
        }
        var from = title == null ? 0 : after(title);
        return new Headings(title == null ? null : words(title), joined(lines, from, headings.isEmpty() ? lines.size() : line(headings.get(0))), pieces);
    }

    private static String source(Node block, List<String> lines) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? "" : joinedAsIs(lines, spans.get(0).getLineIndex(), spans.get(spans.size() - 1).getLineIndex() + 1);
    }

    private static int line(Block heading) {
        return heading.getSourceSpans().get(0).getLineIndex();
    }

    private static int after(Block heading) {
        return heading.getSourceSpans().get(heading.getSourceSpans().size() - 1).getLineIndex() + 1;
    }

    private static String joined(List<String> lines, int from, int to) {
        return joinedAsIs(lines, from, to).replaceFirst("\\A(?:[ \\t]*\\n)+", "").stripTrailing();
    }

    private static String joinedAsIs(List<String> lines, int from, int to) {
        return String.join("\n", lines.subList(from, Math.max(from, to)));
    }

    private static void asWritten(SourceLines lines, Node block) {
        block.appendChild(new Text(lines.getContent()));
    }

    private static String words(Node heading) {
        return heading.getFirstChild() instanceof Text text ? Markdown.plain(Typed.shortened(text.getLiteral(), LONGEST_HEADING)).strip().replaceAll("\\s+", " ") : "";
    }
}
