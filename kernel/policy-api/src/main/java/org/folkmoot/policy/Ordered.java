// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies maps without losing their order: {@code Map.copyOf} shuffles, and a result must print alike everywhere. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
