package org.closecall.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.closecall.web.Mentions.Mark;
import org.closecall.web.Mentions.Target;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Markdown in, harmless HTML out. Tags in it are text: engineers write {@code List<String>} and {@code <pod-name>}. */
public final class Markdown {

    /** Deeper than anybody reads, and shallow enough for every step to come. */
    private static final int DEEPEST = 24;
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,30}");
    private static final String TOO_MUCH = "<p><em>This text has too much markup to be laid out. Here it is as it was written.</em></p>\n<pre>";
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create(), TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).softbreak("<br>\n").attributeProviderFactory(context -> Markdown::describe).build();
    private static final PolicyFactory POLICY = Sanitizers.BLOCKS.and(Sanitizers.FORMATTING).and(Sanitizers.TABLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("a", "pre", "hr", "h3", "h4", "h5", "h6", "code", "img", "input")
                    .allowAttributes("href", "title").onElements("a")
                    .allowAttributes("src").matching(Pictures.OURS).onElements("img")
                    .allowAttributes("alt", "title", "loading").onElements("img")
                    .allowAttributes("class").matching(LANGUAGE).onElements("code")
                    .allowAttributes("type", "disabled", "checked", "aria-label").onElements("input")
                    .allowStandardUrlProtocols()
                    .requireRelNofollowOnLinks()
                    .toFactory());

    /** Some tens of megabytes at most. */
    private static final Kept<Shown, String> KEPT = new Kept<>(12_000_000);

    /** A text, and what is found of what it mentions. */
    private record Shown(String markdown, Map<Mark, Target> targets, List<String> names) {
    }

    private Markdown() {
    }

    /** Headings begin below the page's own two levels, whatever the author wrote. */
    public static String html(String markdown, Mentions mentions) {
        return html(markdown, mentions, List.of());
    }

    /** names are marked where an @ stands before them. */
    public static String html(String markdown, Mentions mentions, List<String> names) {
        if (markdown == null || markdown.isBlank()) {
            return "";
        }
        var marks = markdown.indexOf('#') < 0 ? Set.<Mark>of() : Mark.in(markdown);
        var targets = marks.isEmpty() ? Map.<Mark, Target>of() : new HashMap<>(mentions.found(marks));
        if (!targets.isEmpty()) {
            targets.keySet().retainAll(marks);
        }
        return KEPT.of(new Shown(markdown, targets, names), markdown.length(), () -> rendered(markdown, targets, names));
    }

    private static String rendered(String markdown, Map<Mark, Target> targets, List<String> names) {
        var document = parsed(markdown);
        if (document == null) {
            return TOO_MUCH + markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>";
        }
        document.accept(new Pictures());
        Marking.apply(document, targets);
        Naming.mark(document, names);
        return POLICY.sanitize(lower(RENDERER.render(document)));
    }

    /** Those of the names that a text has with an @ before them, as they are written there. */
    public static Set<String> named(String markdown, Collection<String> names) {
        var document = parsed(markdown);
        return document == null ? Set.of() : Naming.found(document, names);
    }

    /** As a text shows one of our attachments. */
    public static String picture(String words, String path) {
        return "![" + words.strip().replaceAll("\\s+", " ").replaceAll("([\\\\\\[\\]`*_<>&!])", "\\\\$1") + "](" + path + ")";
    }

    /** The words alone, on one line. */
    public static String plain(String markdown) {
        var document = parsed(markdown);
        var words = new StringBuilder(document == null ? markdown : "");
        if (document != null) {
            document.accept(new Words(words));
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }

    /** Null for what has more markup than anybody reads: it is shown as it was written. */
    private static Node parsed(String markdown) {
        try {
            var document = Budget.allows(markdown) ? PARSER.parse(markdown) : null;
            return document == null || !Budget.allows(document) ? null : document;
        } catch (IllegalArgumentException tooManyCells) {
            return null;
        }
    }

    /** A box nobody can tick says what it shows to those who do not see it. */
    private static void describe(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TaskListItemMarker task) {
            attributes.put("aria-label", task.isChecked() ? "done" : "to do");
        } else if (node instanceof Image) {
            attributes.put("loading", "lazy");
        }
    }

    private static String lower(String html) {
        return html.replaceAll("<(/?)h[456]>", "<$1h5>").replaceAll("<(/?)h3>", "<$1h5>")
                .replaceAll("<(/?)h2>", "<$1h4>").replaceAll("<(/?)h1>", "<$1h3>");
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder words;

        private Words(StringBuilder words) {
            this.words = words;
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(HtmlInline tag) {
            words.append(tag.getLiteral());
        }

        @Override
        public void visit(HtmlBlock tags) {
            words.append(tags.getLiteral()).append(' ');
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            words.append(parent instanceof Block || parent instanceof TableCell ? " " : "");
        }

        @Override
        public void visit(SoftLineBreak end) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak end) {
            words.append(' ');
        }
    }
}
