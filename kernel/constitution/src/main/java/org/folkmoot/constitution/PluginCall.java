// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plugin that the constitution names, with the settings it gives it. Whether there is such a plugin, and whether it
 * takes such settings, {@link Plugins} says.
 *
 * @param id the plugin's id
 * @param settings the settings as plain data
 * @param path the place of the settings
 * @param idPath the place of the id
 */
public record PluginCall(String id, Map<String, Object> settings, String path, String idPath) {
    public PluginCall {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
