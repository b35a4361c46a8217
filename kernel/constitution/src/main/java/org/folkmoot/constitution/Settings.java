// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Threshold;
import org.jspecify.annotations.Nullable;

/** Binds the settings of a constitution to the record that a plugin asks for: names match, or it is refused. */
final class Settings {
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "text",
            long.class, "whole number",
            Long.class, "whole number",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            Fraction.class, "fraction",
            Duration.class, "duration",
            Threshold.class, "fraction or curve");

    // A record that holds its like has no end.
    private static final int MOST_NESTED = 3;

    private Settings() {}

    /** Refuses a plugin whose settings nobody could ever write. */
    static void checkType(Class<? extends Record> type, String plugin) {
        // A plugin that was compiled without its type's bounds can name any class.
        if (!type.isRecord()) {
            throw new PluginsRefused(
                    "The plugin " + plugin + " keeps its settings in " + type.getName() + ", which is not a record.");
        }
        for (var component : type.getRecordComponents()) {
            if (!isKnown(kind(component), MOST_NESTED)) {
                throw new PluginsRefused("The plugin " + plugin + " asks for a setting '" + component.getName()
                        + "' of the kind " + component.getGenericType().getTypeName() + ", which cannot be written.");
            }
        }
    }

    /** Makes the record, or throws {@link ConstitutionRefused} with everything that is wrong with the settings. */
    static <S extends Record> S bind(Class<S> type, PluginCall call) {
        var complaints = new Complaints(_ -> Spot.START);
        return bind(type, new Section(call.settings(), call.path(), complaints, true));
    }

    private static <S extends Record> S bind(Class<S> type, Section section) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = read(section, components[i]);
        }
        section.finish();
        var complaints = section.complaints();
        if (complaints.none()) {
            var made = make(type, components, values, section.path(), complaints);
            if (made != null) {
                return made;
            }
        }
        throw new ConstitutionRefused(complaints.found());
    }

    /** What may be written, setting by setting. */
    static List<SettingWord> words(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new SettingWord(
                        component.getName(), word(kind(component)), component.getType() == Optional.class))
                .toList();
    }

    private static String word(Type kind) {
        if (kind instanceof Class<?> type) {
            return type.isEnum() ? constants(type) : WORDS.getOrDefault(type, "section");
        }
        return "texts";
    }

    /** Read off the fields: asking the type for its constants would run code of the plugin. */
    private static String constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(field -> Words.word(field.getName()))
                .collect(Collectors.joining(" or "));
    }

    private static Object read(Section section, RecordComponent component) {
        var name = component.getName();
        if (component.getType() == Optional.class) {
            return section.find(name).map(value -> read(value, kind(component)));
        }
        return read(section.need(name), kind(component));
    }

    private static Object read(Value value, Type kind) {
        if (kind == Threshold.class) {
            return ThresholdReader.read(value);
        }
        if (kind == String.class) {
            return value.text();
        }
        if (kind == long.class || kind == Long.class) {
            return value.integer(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return value.truth();
        }
        if (kind == Fraction.class) {
            return value.fraction();
        }
        if (kind == Duration.class) {
            return value.duration();
        }
        if (kind instanceof Class<?> type && type.isRecord()) {
            // A record in a record is a section in a section.
            return bind(type.asSubclass(Record.class), value.section());
        }
        return kind instanceof Class<?> words && words.isEnum() ? constant(value, words) : value.texts();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // asked before: it is an enum
    private static Object constant(Value value, Class<?> type) {
        return value.oneOf((Class) type);
    }

    private static <S extends Record> @Nullable S make(
            Class<S> type, RecordComponent[] components, Object[] values, String path, Complaints complaints) {
        try {
            return constructor(type, components).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                complaints.error("bad-settings", path, String.valueOf(refusal.getMessage()));
                return null;
            }
            throw new IllegalStateException("The settings of " + type.getName() + " broke.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The settings of " + type.getName() + " cannot be made.", e);
        }
    }

    private static <S extends Record> Constructor<S> constructor(Class<S> type, RecordComponent[] components)
            throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }

    /** What a component holds, with or without an {@code Optional} around it. */
    private static Type kind(RecordComponent component) {
        return component.getType() == Optional.class && component.getGenericType() instanceof ParameterizedType optional
                ? optional.getActualTypeArguments()[0]
                : component.getGenericType();
    }

    private static boolean isNested(Class<?> type, int levels) {
        return type.isRecord()
                && levels > 0
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(component -> isKnown(kind(component), levels - 1));
    }

    private static boolean isKnown(Type kind, int levels) {
        if (kind instanceof Class<?> type) {
            return type.isEnum() || isNested(type, levels) || WORDS.containsKey(type);
        }
        return kind instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class;
    }
}
