// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.util.function.Supplier;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Fenced;
import org.folkmoot.policy.Plugin;

/** What all fenced plugins have in common: what they said about themselves once, and how their settings are made. */
abstract class FencedPlugin<S extends Record> implements Plugin<S>, Fenced {
    private final Made made;
    private final Fence fence;

    FencedPlugin(Made made, Fence fence) {
        this.made = made;
        this.fence = fence;
    }

    @Override
    public final String id() {
        return made.id();
    }

    @Override
    @SuppressWarnings("unchecked") // it is what the plugin said
    public final Class<S> settingsType() {
        return (Class<S>) made.settings();
    }

    @Override
    public final <R> R settings(Supplier<R> making) {
        return fence.ask(fence.limits().call(), ConstitutionRefused.class, making);
    }

    final Fence fence() {
        return fence;
    }
}
