// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of a YAML 1.2 document from the parser's events, which come one at a time: nesting that is too deep
 * stops the parser before it has gone there.
 */
final class YamlReader {
    private static final int MAX_ALIASES = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("constitution")
            .setCodePointLimit(Document.MAX_BYTES)
            .setParseComments(false)
            .build();

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private Optional<Node> root = Optional.empty();
    private int documents;
    private int aliases;

    private YamlReader() {}

    static Node read(String text) {
        var reader = new YamlReader();
        try {
            for (var event : new Parse(SETTINGS).parseString(text)) {
                reader.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            throw ConstitutionRefused.at(
                    "syntax", spot(mark), "This is not YAML: " + String.valueOf(e.getProblem()) + ".");
        } catch (YamlEngineException e) {
            throw ConstitutionRefused.at("syntax", Spot.START, "This is not YAML: " + firstLine(e) + ".");
        }
        return reader.root.orElseThrow(() -> ConstitutionRefused.at("syntax", Spot.START, "The document is empty."));
    }

    private void take(Event event) {
        switch (event) {
            case DocumentStartEvent _ -> {
                if (++documents > 1) {
                    throw ConstitutionRefused.at("syntax", spot(event), "This is more than one document.");
                }
            }
            case CollectionStartEvent start -> open(start);
            case CollectionEndEvent _ -> close();
            case ScalarEvent scalar -> put(scalar, scalar(scalar));
            case AliasEvent alias -> put(alias, resolve(alias));
            default -> {} // the ends of the stream and of the document
        }
    }

    private void open(CollectionStartEvent start) {
        if (open.size() == Document.MAX_DEPTH) {
            throw ConstitutionRefused.at(
                    "too-deep", spot(start), "More than " + Document.MAX_DEPTH + " levels of nesting.");
        }
        if (awaitsName()) {
            throw ConstitutionRefused.at("syntax", spot(start), "A name is a text, not a list.");
        }
        open.push(new Open(start));
    }

    private void close() {
        var closed = open.pop();
        var node = closed.node();
        if (closed.start.getTag().isPresent()) {
            node = new Node.Refused("tag", "Tags have no meaning here.", node.spot());
        }
        put(closed.start, node);
    }

    private boolean awaitsName() {
        return !open.isEmpty() && open.peek().awaitsName();
    }

    private void put(NodeEvent event, Node node) {
        event.getAnchor().filter(_ -> !(event instanceof AliasEvent)).ifPresent(anchor -> anchors.put(anchor, node));
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else if (awaitsName()) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw ConstitutionRefused.at("syntax", node.spot(), "A name is a text, not an alias.");
            }
            open.peek().name(scalar.getValue(), node.spot());
        } else {
            open.peek().add(node);
        }
    }

    private static Node scalar(ScalarEvent event) {
        var spot = spot(event);
        if (event.getTag().isPresent()) {
            return new Node.Refused("tag", "Tags have no meaning here; write the value alone.", spot);
        }
        return event.isPlain() ? Plain.of(event.getValue(), spot) : new Node.Scalar(event.getValue(), spot);
    }

    private Node resolve(AliasEvent event) {
        if (++aliases > MAX_ALIASES) {
            throw ConstitutionRefused.at("alias", spot(event), "More than " + MAX_ALIASES + " aliases.");
        }
        var node = anchors.get(event.getAlias());
        if (node == null) {
            throw ConstitutionRefused.at(
                    "alias", spot(event), "*" + event.getAlias().getValue() + " names nothing that is said before.");
        }
        return node;
    }

    private static Spot spot(Event event) {
        return spot(event.getStartMark());
    }

    private static Spot spot(Optional<Mark> mark) {
        return mark.map(m -> new Spot(m.getLine() + 1, m.getColumn() + 1)).orElse(Spot.START);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
    }

    /** A list or a mapping whose end has not come yet. */
    private static final class Open {
        private final CollectionStartEvent start;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Member> members = new ArrayList<>();
        private String name = "";
        private Spot nameSpot = Spot.START;
        private boolean named;

        Open(CollectionStartEvent start) {
            this.start = start;
        }

        boolean awaitsName() {
            return isMapping() && !named;
        }

        void name(String text, Spot spot) {
            name = text;
            nameSpot = spot;
            named = true;
        }

        void add(Node node) {
            if (isMapping()) {
                members.add(new Node.Member(name, nameSpot, node));
                named = false;
            } else {
                items.add(node);
            }
        }

        Node node() {
            var spot = spot(start);
            return isMapping() ? new Node.Mapping(members, spot) : new Node.Sequence(items, spot);
        }

        private boolean isMapping() {
            return start instanceof MappingStartEvent;
        }
    }
}
