// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.constitution.Installed;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.constitution.PluginKind;
import org.folkmoot.constitution.PluginsRefused;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.VotingPower;

/** The plugins of one jar, each of them made, asked for its id and fenced. */
final class PluginJar {
    private static final String SERVICES = "META-INF/services/";

    private final JarBytes jar;
    private final Limits limits;
    private final JarLoader loader;

    PluginJar(JarBytes jar, Limits limits) {
        this.jar = jar;
        this.limits = limits;
        this.loader = new JarLoader(jar);
    }

    /** All plugins that the jar registers, or {@link PluginsRefused}. */
    List<Installed> plugins() {
        checkLines();
        var found = new ArrayList<Installed>();
        for (var kind : PluginKind.values()) {
            for (var name : lines(kind)) found.add(plugin(kind, name));
        }
        if (found.isEmpty()) throw broken("no file in its META-INF/services names a plugin");
        return found;
    }

    /** A kind that is misspelt would otherwise be a plugin that is silently missing. */
    private void checkLines() {
        var prefix = SERVICES + Plugin.class.getPackageName() + ".";
        jar.entries().keySet().stream()
                .filter(name -> name.startsWith(prefix) && kinds().noneMatch(kind -> name.equals(services(kind))))
                .findFirst()
                .ifPresent(name -> {
                    throw broken(name + " is about no kind of plugin that there is");
                });
    }

    private static Stream<PluginKind> kinds() {
        return Arrays.stream(PluginKind.values());
    }

    private static String services(PluginKind kind) {
        return SERVICES + kind.type().getName();
    }

    private List<String> lines(PluginKind kind) {
        var file = jar.entries().get(services(kind));
        if (file == null) return List.of();
        return new String(file, UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private Installed plugin(PluginKind kind, String name) {
        var type = type(kind, name);
        // Making it, and asking for its id, runs its code already.
        var fence = new Fence(name, jar.origin().version(), limits);
        try {
            var made = fence.ask(limits.call(), () -> Made.of(type));
            var fenced = fenced(kind, made, new Fence(made.id(), jar.origin().version(), limits));
            return new Installed(kind, made.id(), fenced, jar.origin());
        } catch (PluginFailed e) {
            throw broken(name + " failed when it was made: " + e.reason());
        }
    }

    private Class<?> type(PluginKind kind, String name) {
        try {
            var type = Class.forName(name, false, loader);
            if (!kind.type().isAssignableFrom(type))
                throw broken(name + " does not implement " + kind.type().getName());
            if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers()))
                throw broken(name + " is not a public class that can be made");
            Links.missing(name, jar, loader).ifPresent(missing -> {
                throw broken(name + " uses " + missing + ", which is neither in it nor in the policy API or the JDK");
            });
            return type;
        } catch (ClassNotFoundException e) {
            throw broken("it registers " + name + ", and " + e.getMessage() + " is not in it");
        } catch (LinkageError | SecurityException e) {
            throw broken(name + " cannot be loaded: " + e);
        }
    }

    private PluginsRefused broken(String reason) {
        return JarBytes.broken(jar.file(), reason);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the settings are the plugin's own record
    private static Plugin<?> fenced(PluginKind kind, Made made, Fence fence) {
        return switch (kind) {
            case METHOD -> new FencedMethod((VotingMethod) made.plugin(), made, fence);
            case POWER -> new FencedPower((VotingPower) made.plugin(), made, fence);
            case RULE -> new FencedRule((DecisionRule) made.plugin(), made, fence);
            case ADMISSION -> new FencedAdmission((AdmissionRule) made.plugin(), made, fence);
        };
    }
}
