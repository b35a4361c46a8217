// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of an event on the wire and the record that has its fields, such as {@code voting.poll-opened.v1}.
 *
 * <p>Both come from the sealed hierarchy: a record that is permitted is registered, and nothing else can be.
 */
public record EventType(String name, Class<? extends Event> shape) {
    private static final Map<Class<?>, String> CONTEXTS = Map.of(
            IdentityEvent.class, "identity",
            ProposalsEvent.class, "proposals",
            VotingEvent.class, "voting",
            TreasuryEvent.class, "treasury",
            EnactmentEvent.class, "enactment");
    private static final Pattern VERSIONED = Pattern.compile("([A-Za-z]+)V([1-9][0-9]*)");
    private static final List<EventType> ALL = Arrays.stream(Event.class.getPermittedSubclasses())
            .flatMap(EventType::ofContext)
            .toList();
    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_SHAPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::shape, Function.identity()));

    /** All events that exist. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type with a name; empty if this version of the software does not know it. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The type of an event. */
    public static EventType of(Event event) {
        var type = BY_SHAPE.get(event.getClass());
        if (type == null) throw new IllegalStateException("not an event: " + event.getClass());
        return type;
    }

    private static Stream<EventType> ofContext(Class<?> context) {
        return Arrays.stream(context.getPermittedSubclasses())
                .map(shape -> new EventType(CONTEXTS.get(context) + "." + words(shape), shape.asSubclass(Event.class)));
    }

    private static String words(Class<?> shape) {
        var parts = VERSIONED.matcher(shape.getSimpleName());
        if (!parts.matches()) throw new IllegalStateException("an event's name ends with its version: " + shape);
        return parts.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".v" + parts.group(2);
    }
}
