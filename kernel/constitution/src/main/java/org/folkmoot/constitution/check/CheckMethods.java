// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at how chambers vote: a method that may end in a tie says how it is broken. */
final class CheckMethods {
    /** What methods call the setting. */
    private static final Set<String> TIES = Set.of("tieBreak", "ties", "tie");

    /** The one that is asked about winners; where nothing is said, it is the option that the question names first. */
    private static final String WINS = "tie";

    private final Scene scene;

    CheckMethods(Scene scene) {
        this.scene = scene;
    }

    void policy(Docket docket) {
        docket.steps().forEach(step -> step.benches().forEach(this::ties));
    }

    // What decides a tie where nothing is said is in the code, where voters do not look.
    private void ties(Bench bench) {
        var call = bench.chamber().ballot();
        Arrays.stream(bench.method().settings().getClass().getRecordComponents())
                .filter(component -> TIES.contains(component.getName()))
                .filter(component -> !call.settings().containsKey(component.getName()))
                .forEach(component -> scene.complaints()
                        .warning(
                                "tie-break-unsaid",
                                call.path(),
                                "Options may be tied, and '" + component.getName() + "' does not say which of them "
                                        + (component.getName().equals(WINS) ? "wins." : "goes."),
                                component.getName().equals(WINS) ? WINS + ": order" : byRounds(component)));
    }

    /** The setting with what this method calls it that earlier rounds decide; nothing if they cannot. */
    private static String byRounds(RecordComponent component) {
        var known = component.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> values
                        && values.isEnum()
                ? Arrays.stream(values.getEnumConstants()).map(Object::toString)
                : Stream.<String>empty();
        return known.filter(name -> name.startsWith("PREVIOUS"))
                .min(Comparator.comparing(String::length))
                .map(name -> component.getName() + ": "
                        + name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");
    }
}
