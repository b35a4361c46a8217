// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.VotingPower;

/** The plugins that are installed, by kind and id: every one works, or none is used. */
public final class Plugins {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final Map<PluginKind, SortedMap<String, Installed>> known = new EnumMap<>(PluginKind.class);

    private Plugins(Iterable<Installed> all) {
        for (var kind : PluginKind.values()) {
            known.put(kind, new TreeMap<>());
        }
        all.forEach(this::add);
    }

    /** Finds the plugins on the class path of this thread. */
    public static Plugins installed() {
        var own = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
        return from(List.of(own.orElseGet(Plugins.class::getClassLoader)));
    }

    /** Finds the plugins that these class loaders see; one that two of them share is found once. */
    public static Plugins from(List<ClassLoader> loaders) {
        var origin = new Origin.BuiltIn(SuiteVersion.text());
        var all = new ArrayList<Installed>();
        try {
            for (var kind : PluginKind.values()) {
                for (var loader : loaders) {
                    for (var plugin : ServiceLoader.load(kind.type(), loader)) {
                        all.add(new Installed(kind, plugin.id(), plugin, origin));
                    }
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginsRefused("A plugin is broken: " + e.getMessage(), e);
        }
        return new Plugins(all);
    }

    /** These and the plugins of third parties; two of one id are refused. */
    public Plugins with(List<Installed> guests) {
        var both = new ArrayList<>(all());
        both.addAll(guests);
        return new Plugins(both);
    }

    /** The voting method that a constitution calls, or {@link ConstitutionRefused} with the reasons. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the settings are bound to the plugin's own record
    public Bound.Method<?> method(PluginCall call) {
        var plugin = (VotingMethod) plugin(PluginKind.METHOD, call);
        return new Bound.Method(plugin, bind(plugin, call));
    }

    /** The voting power that a constitution calls. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Bound.Power<?> power(PluginCall call) {
        var plugin = (VotingPower) plugin(PluginKind.POWER, call);
        return new Bound.Power(plugin, bind(plugin, call));
    }

    /** The decision rule that a constitution calls. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Bound.Rule<?> rule(PluginCall call) {
        var plugin = (DecisionRule) plugin(PluginKind.RULE, call);
        return new Bound.Rule(plugin, bind(plugin, call));
    }

    /** The gate that a constitution plans. */
    public Gate admission(AdmissionPlan plan) {
        return switch (plan) {
            case AdmissionPlan.Model model -> admission(model.call());
            case AdmissionPlan.AtLeast several ->
                new Gates(
                        several.count(),
                        several.of().stream().map(this::admission).toList());
        };
    }

    /** The admission rule of one plugin. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Bound.Admitting<?> admission(PluginCall call) {
        var plugin = (AdmissionRule) plugin(PluginKind.ADMISSION, call);
        return new Bound.Admitting(plugin, bind(plugin, call));
    }

    /** The ids of all plugins, by kind, for people to choose from. */
    public Map<String, List<String>> ids() {
        return Map.of(
                "methods", ids(PluginKind.METHOD),
                "powers", ids(PluginKind.POWER),
                "rules", ids(PluginKind.RULE),
                "admissions", ids(PluginKind.ADMISSION));
    }

    /** All plugins, by kind and id. */
    public List<Installed> all() {
        return known.values().stream().flatMap(found -> found.values().stream()).toList();
    }

    /** The plugin of this kind and id, if it is installed. */
    public Optional<Installed> find(PluginKind kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    private SortedMap<String, Installed> of(PluginKind kind) {
        return known.getOrDefault(kind, Collections.emptySortedMap());
    }

    private List<String> ids(PluginKind kind) {
        return List.copyOf(of(kind).keySet());
    }

    private Plugin<?> plugin(PluginKind kind, PluginCall call) {
        var ids = of(kind).keySet();
        return find(kind, call.id()).map(Installed::plugin).orElseThrow(() -> {
            var reason = "There is no " + kind.title() + " '" + call.id() + "'; installed are " + String.join(", ", ids)
                    + ".";
            return new ConstitutionRefused(List.of(new Complaint(
                    "unknown-" + kind.title().replace(' ', '-'),
                    Severity.ERROR,
                    call.idPath(),
                    Spot.START.line(),
                    Spot.START.column(),
                    reason,
                    Nearest.to(call.id(), ids))));
        });
    }

    private static Record bind(Plugin<?> plugin, PluginCall call) {
        return plugin instanceof Fenced fenced
                ? fenced.settings(() -> Settings.bind(plugin.settingsType(), call))
                : Settings.bind(plugin.settingsType(), call);
    }

    private void add(Installed added) {
        var id = added.id();
        var name = added.origin() instanceof Origin.Jar jar
                ? "'" + id + "' in " + jar.file()
                : added.plugin().getClass().getName();
        if (!ID.matcher(id).matches()) {
            throw new PluginsRefused("The plugin " + name + " calls itself '" + id + "', which is not kebab-case.");
        }
        Settings.checkType(added.plugin().settingsType(), name);
        var before = of(added.kind()).putIfAbsent(id, added);
        // A class loader also shows the plugins of its parent: the same class again is no second plugin.
        if (before != null && !isSame(before, added)) {
            throw new PluginsRefused("Two plugins are called '" + id + "': a "
                    + added.kind().title() + " " + before.origin().place() + " and one "
                    + added.origin().place() + ". Remove one of them.");
        }
    }

    private static boolean isSame(Installed one, Installed other) {
        return one.origin().equals(other.origin())
                && one.origin() instanceof Origin.BuiltIn
                && one.plugin().getClass() == other.plugin().getClass();
    }
}
