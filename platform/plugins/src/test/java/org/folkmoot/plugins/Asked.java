// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PluginCall;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Verdict;

/** Asks plugins as a poll does. */
final class Asked {
    private static final Facts FACTS = new Facts(1, Map.of("for", BigInteger.ONE), BigInteger.TEN, 10, List.of());

    private Asked() {}

    static PluginCall call(String id) {
        return new PluginCall(id, Map.of(), "/settings", "/id");
    }

    static Verdict rule(Plugins plugins, String id) {
        return plugins.rule(call(id)).judge(FACTS);
    }
}
