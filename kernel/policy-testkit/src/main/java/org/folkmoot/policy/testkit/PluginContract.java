// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.Threshold;
import org.junit.jupiter.api.Test;

/** What holds for every plugin, whatever it does; extend the contract of your kind instead. */
abstract class PluginContract<S extends Record> {
    private static final Set<Type> KINDS =
            Set.of(String.class, long.class, boolean.class, Fraction.class, Duration.class, Threshold.class);
    private static final Set<Type> OPTIONAL_KINDS =
            Set.of(String.class, Long.class, Boolean.class, Fraction.class, Duration.class, Threshold.class);

    /** A new instance of the plugin. */
    protected abstract Plugin<S> plugin();

    /** Settings to try it with: at least one, and better one for each way that it can work. */
    protected abstract List<S> settings();

    abstract Class<? extends Plugin<?>> kind();

    @Test
    void isRegisteredExactlyOnce() {
        var found = ServiceLoader.load(kind()).stream()
                .filter(provider -> provider.type().equals(plugin().getClass()))
                .toList();

        assertThat(found)
                .as("lines for %s in META-INF/services/%s", plugin().getClass().getName(), kind().getName())
                .hasSize(1);
        assertThat(found.getFirst().get().id()).isEqualTo(plugin().id());
    }

    @Test
    void hasAnIdInKebabCase() {
        assertThat(plugin().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void hasSettingsThatAConstitutionCanWrite() {
        assertThat(settings()).isNotEmpty().hasOnlyElementsOfType(plugin().settingsType());
        for (var component : plugin().settingsType().getRecordComponents()) {
            assertThat(component.getGenericType())
                    .as("type of the setting %s", component.getName())
                    .matches(PluginContract::bindable, "a type that settings can have");
        }
    }

    private static boolean bindable(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return oneOf(OPTIONAL_KINDS, generic.getActualTypeArguments()[0]);
        }
        return oneOf(KINDS, type);
    }

    private static boolean isNested(Class<?> candidate) {
        return candidate.isRecord()
                && Arrays.stream(candidate.getRecordComponents())
                        .allMatch(component -> bindable(component.getGenericType()));
    }

    private static boolean oneOf(Set<Type> kinds, Type type) {
        return kinds.contains(type)
                || (type instanceof Class<?> candidate && (candidate.isEnum() || isNested(candidate)))
                || (type instanceof ParameterizedType generic
                        && generic.getRawType() == List.class
                        && Arrays.equals(generic.getActualTypeArguments(), new Type[] {String.class}));
    }
}
