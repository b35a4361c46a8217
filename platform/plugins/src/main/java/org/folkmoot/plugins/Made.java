// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.lang.reflect.InvocationTargetException;
import org.folkmoot.policy.Plugin;

/** A new plugin and what it says about itself, asked once: it cannot say something else later. */
record Made(Plugin<?> plugin, String id, Class<? extends Record> settings) {
    static Made of(Class<?> type) {
        try {
            var plugin = (Plugin<?>) type.getConstructor().newInstance();
            return new Made(
                    plugin, Answers.there(plugin.id(), "id"), Answers.there(plugin.settingsType(), "type of settings"));
        } catch (NoSuchMethodException _) {
            throw new Unusable("it has no public constructor without arguments");
        } catch (InvocationTargetException e) {
            throw new Unusable(Fence.words(e.getCause() == null ? e : e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new Unusable(Fence.words(e));
        }
    }
}
