// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.contracts.Event;

/** The facts that a subscription takes, and what it does with each. Whatever is not among them is let pass unread. */
public final class Facts {
    private final Map<Class<? extends Event>, Consumer<Event>> effects;

    private Facts(Map<Class<? extends Event>, Consumer<Event>> effects) {
        this.effects = effects;
    }

    /** Takes one kind of fact. */
    public static <E extends Event> Facts on(Class<E> kind, Consumer<? super E> effect) {
        return new Facts(Map.of()).and(kind, effect);
    }

    /** Takes another kind, too. */
    public <E extends Event> Facts and(Class<E> kind, Consumer<? super E> effect) {
        var more = new LinkedHashMap<>(effects);
        if (more.put(kind, event -> effect.accept(kind.cast(event))) != null)
            throw new IllegalArgumentException("taken twice: " + kind.getSimpleName());
        return new Facts(more);
    }

    boolean include(Class<? extends Event> kind) {
        return effects.containsKey(kind);
    }

    /** Does what the subscription does with this fact; one that it does not take is refused. */
    public void apply(Event event) {
        var effect = effects.get(event.getClass());
        if (effect == null) throw new IllegalArgumentException("not taken: " + event.getClass());
        effect.accept(event);
    }
}
