// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Collections;
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

    @SuppressWarnings("rawtypes") // a class literal has no parameters
    private final SortedMap<String, VotingMethod> methods;

    @SuppressWarnings("rawtypes")
    private final SortedMap<String, VotingPower> powers;

    @SuppressWarnings("rawtypes")
    private final SortedMap<String, DecisionRule> rules;

    @SuppressWarnings("rawtypes")
    private final SortedMap<String, AdmissionRule> admissions;

    private Plugins(List<ClassLoader> loaders) {
        methods = find(VotingMethod.class, loaders);
        powers = find(VotingPower.class, loaders);
        rules = find(DecisionRule.class, loaders);
        admissions = find(AdmissionRule.class, loaders);
    }

    /** Finds the plugins on the class path of this thread. */
    public static Plugins installed() {
        var own = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
        return from(List.of(own.orElseGet(Plugins.class::getClassLoader)));
    }

    /** Finds the plugins that these class loaders see; one that two of them share is found once. */
    public static Plugins from(List<ClassLoader> loaders) {
        return new Plugins(List.copyOf(loaders));
    }

    /** The voting method that a constitution calls, or {@link ConstitutionRefused} with the reasons. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the settings are bound to the plugin's own record
    public Bound.Method<?> method(PluginCall call) {
        var plugin = plugin(methods, "voting method", call);
        return new Bound.Method(plugin, Settings.bind(plugin.settingsType(), call));
    }

    /** The voting power that a constitution calls. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Bound.Power<?> power(PluginCall call) {
        var plugin = plugin(powers, "voting power", call);
        return new Bound.Power(plugin, Settings.bind(plugin.settingsType(), call));
    }

    /** The decision rule that a constitution calls. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Bound.Rule<?> rule(PluginCall call) {
        var plugin = plugin(rules, "rule", call);
        return new Bound.Rule(plugin, Settings.bind(plugin.settingsType(), call));
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
        var plugin = plugin(admissions, "admission model", call);
        return new Bound.Admitting(plugin, Settings.bind(plugin.settingsType(), call));
    }

    /** The ids of all plugins, by kind, for people to choose from. */
    public Map<String, List<String>> ids() {
        return Map.of(
                "methods", List.copyOf(methods.keySet()),
                "powers", List.copyOf(powers.keySet()),
                "rules", List.copyOf(rules.keySet()),
                "admissions", List.copyOf(admissions.keySet()));
    }

    private static <P extends Plugin<?>> P plugin(SortedMap<String, P> known, String kind, PluginCall call) {
        var plugin = known.get(call.id());
        if (plugin == null) {
            var reason = "There is no " + kind + " '" + call.id() + "'; installed are "
                    + String.join(", ", known.keySet()) + ".";
            throw new ConstitutionRefused(List.of(new Complaint(
                    "unknown-" + kind.replace(' ', '-'),
                    Severity.ERROR,
                    call.idPath(),
                    Spot.START.line(),
                    Spot.START.column(),
                    reason,
                    Nearest.to(call.id(), known.keySet()))));
        }
        return plugin;
    }

    private static <P extends Plugin<?>> SortedMap<String, P> find(Class<P> kind, List<ClassLoader> loaders) {
        var found = new TreeMap<String, P>();
        try {
            for (var loader : loaders) {
                for (var plugin : ServiceLoader.load(kind, loader)) {
                    add(found, plugin);
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginsRefused("A plugin is broken: " + e.getMessage(), e);
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private static <P extends Plugin<?>> void add(SortedMap<String, P> found, P plugin) {
        var id = plugin.id();
        var name = plugin.getClass().getName();
        if (!ID.matcher(id).matches()) {
            throw new PluginsRefused("The plugin " + name + " calls itself '" + id + "', which is not kebab-case.");
        }
        Settings.checkType(plugin.settingsType(), name);
        var before = found.putIfAbsent(id, plugin);
        // A class loader also shows the plugins of its parent: the same class again is no second plugin.
        if (before != null && before.getClass() != plugin.getClass()) {
            throw new PluginsRefused(
                    "Two plugins are called '" + id + "': " + before.getClass().getName() + " and " + name + ".");
        }
    }
}
