// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Sums;

/** What rules name that is neither a count of the ballots nor the roll, and so must be measured beside them. */
public final class Measures {
    /** The power of one voter who owned all that is issued of the asset by which a body is weighed. */
    public static final String SUPPLY = "supply";

    private Measures() {}

    /** What the rules of a chamber name, or {@link ConstitutionRefused} if a plugin is not installed. */
    private static Set<String> named(Chamber chamber, Plugins plugins) {
        var comparisons = chamber.rules().stream()
                .map(named -> plugins.rule(named.rule()))
                .flatMap(rule -> rule.comparison().stream());
        return named(comparisons, plugins.method(chamber.ballot()).counts());
    }

    /** What of it nobody measures where only the supply is, and that only of the asset by which a body is weighed. */
    public static List<String> missing(Chamber chamber, ElectorateRule electorate, Plugins plugins) {
        return named(chamber, plugins).stream()
                .filter(name -> !name.equals(SUPPLY) || electorate.asset().isEmpty())
                .toList();
    }

    /** Says that a name of a rule is not measured. */
    public static String sentence(String name) {
        return "What the rules call '" + name + "' is not measured here.";
    }

    /** What comparisons name that is not among the counts of a method. */
    public static Set<String> named(Stream<Comparison> comparisons, List<String> counts) {
        var names = new TreeSet<String>();
        comparisons.flatMap(Measures::named).forEach(names::add);
        names.removeAll(counts);
        names.removeAll(List.of(Sums.ROLL, Sums.MEMBERS));
        return names;
    }

    private static Stream<String> named(Comparison said) {
        var padding = said.pad().stream().flatMap(pad -> Stream.of(pad.of(), pad.with()));
        var along = said.threshold() instanceof Curve curve
                ? Stream.of(curve.along().count(), curve.along().of())
                : Stream.<List<String>>of();
        return Stream.of(Stream.of(said.count(), said.of(), said.less()), padding, along)
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }
}
