// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import dev.cel.bundle.Cel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Fraction;

/** Reads the bodies of a constitution. */
final class BodyReader {
    private static final int MAX_EXCLUDED = 500;
    private static final Fraction ALL = Fraction.of(1, 1);

    private final Cel language;

    BodyReader(Map<String, Asset> assets) {
        language = Who.language(assets);
    }

    Body body(String name, Section section) {
        var who = who(section.need("who"));
        var said = section.need("power");
        var power = said.isText()
                ? new PluginCall(said.text(), Map.of(), said.path(), said.path())
                : SectionsReader.call(said.section(), "plugin");
        var exclude = section.find("exclude").map(BodyReader::exclude).orElse(List.of());
        var cap = section.find("cap").map(BodyReader::cap);
        var changes =
                section.find("changes").map(value -> value.oneOf(Changes.class)).orElse(Changes.IGNORE);
        var least = section.find("least")
                .map(value -> value.integer(1, Long.MAX_VALUE))
                .orElse(1L);
        var delegation = section.find("delegation").map(value -> DelegatingReader.read(value.section()));
        section.finish();
        return new Body(name, who, power, exclude, cap, changes, least, delegation);
    }

    Who who(Value value) {
        var source = value.words(Expression.MAX_LENGTH);
        try {
            return Who.compile(language, source.isEmpty() ? "false" : source);
        } catch (ExpressionRefused e) {
            PolicyReader.complain(value, e);
            return Who.compile("false");
        }
    }

    private static List<String> exclude(Value value) {
        var entries = value.list();
        var found = new HashSet<String>();
        for (var entry : entries) {
            if (!found.add(entry.words(SectionsReader.MAX_NAME))) {
                entry.bad("This is named before.", "", "");
            }
        }
        if (entries.size() > MAX_EXCLUDED) {
            value.bad("There are more than " + MAX_EXCLUDED + " entries.", "", "");
        }
        return entries.stream().map(Value::text).toList();
    }

    private static Fraction cap(Value value) {
        var cap = value.fraction();
        var isShare = cap.numerator().signum() > 0 && cap.compareTo(ALL) <= 0;
        return isShare ? cap : value.bad("A cap is more than nothing and at most all.", "", ALL);
    }
}
