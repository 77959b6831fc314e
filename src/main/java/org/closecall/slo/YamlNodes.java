package org.closecall.slo;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** YAML as it was written: nothing is turned into objects, numbers keep their digits, and what is only passed on is passed on as it came. */
final class YamlNodes {

    static final int MOST_SIGNS = 512 * 1024;
    private static final int MOST_DOCUMENTS = 500;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 30;

    /** The file cannot be read, and why. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why);
        }
    }

    private YamlNodes() {
    }

    static List<Node> documents(String text) {
        var documents = new ArrayList<Node>();
        try {
            for (var document : yaml().composeAll(new StringReader(text))) {
                distinct(document, Collections.newSetFromMap(new IdentityHashMap<>()));
                if (!(document instanceof ScalarNode empty && empty.getValue().isBlank())) {
                    documents.add(document);
                }
                if (documents.size() > MOST_DOCUMENTS) {
                    throw new Unreadable("At most 500 documents: bring it in in parts");
                }
            }
        } catch (YAMLException broken) {
            throw new Unreadable("This is not YAML that can be read. " + broken.getMessage().lines().limit(2).map(String::strip).reduce((one, next) -> one + ": " + next).orElse(""));
        }
        return documents;
    }

    /** A name said twice in one map says nothing for certain. */
    private static void distinct(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof MappingNode map) {
            var names = new HashSet<String>();
            map.getValue().forEach(entry -> {
                if (scalar(entry.getKeyNode()) != null && !names.add(scalar(entry.getKeyNode()))) {
                    throw new Unreadable("“" + scalar(entry.getKeyNode()) + "” stands twice in one map, on line " + (entry.getKeyNode().getStartMark().getLine() + 1));
                }
                distinct(entry.getValueNode(), seen);
            });
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> distinct(one, seen));
        }
    }

    /** Null when it is not there, or empty. */
    static Node get(Node in, String... path) {
        var here = in;
        for (var key : path) {
            here = here instanceof MappingNode map ? map.getValue().stream().filter(entry -> key.equals(scalar(entry.getKeyNode()))).map(NodeTuple::getValueNode).findFirst().orElse(null) : null;
        }
        return here == null || here instanceof ScalarNode && here.getTag().equals(Tag.NULL) ? null : here;
    }

    /** Null when there is no text. */
    static String text(Node in, String... path) {
        var text = scalar(get(in, path));
        return text == null || text.isBlank() ? null : text.strip();
    }

    static List<Node> list(Node in, String... path) {
        return get(in, path) instanceof SequenceNode list ? list.getValue() : List.of();
    }

    static List<String> keys(Node in) {
        return in instanceof MappingNode map ? map.getValue().stream().map(entry -> String.valueOf(scalar(entry.getKeyNode()))).toList() : List.of();
    }

    /** Plain maps, lists, texts and numbers; a Node among them stays as it is. */
    static Node of(Object value) {
        if (value instanceof Node node) {
            return node;
        } else if (value instanceof Map<?, ?> map) {
            return new MappingNode(Tag.MAP, new ArrayList<>(map.entrySet().stream().filter(entry -> entry.getValue() != null).map(entry -> new NodeTuple(of(entry.getKey()), of(entry.getValue()))).toList()), DumperOptions.FlowStyle.BLOCK);
        } else if (value instanceof List<?> list) {
            return new SequenceNode(Tag.SEQ, new ArrayList<>(list.stream().map(YamlNodes::of).toList()), DumperOptions.FlowStyle.BLOCK);
        }
        return new Representer(options()).represent(value);
    }

    static String write(Stream<Node> documents) {
        var out = new StringWriter();
        documents.forEach(document -> yaml().serialize(document, out));
        return out.toString();
    }

    private static Yaml yaml() {
        var limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_SIGNS);
        return new Yaml(new SafeConstructor(limits), new Representer(options()), options(), limits);
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setExplicitStart(true);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return options;
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
