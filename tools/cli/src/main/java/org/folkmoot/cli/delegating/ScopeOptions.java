// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.delegating;

import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.cli.client.Everywhere;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a delegation is for: all polls of a body, or some of them. */
final class ScopeOptions {
    @Option(names = "--body", required = true, paramLabel = "BODY", description = "The body in whose polls it counts.")
    private String body = "";

    @ArgGroup
    private @Nullable Some some;

    static final class Some {
        @Option(names = "--topic", paramLabel = "TOPIC", description = "Only the polls on this topic.")
        private @Nullable String topic;

        @Option(names = "--policy", paramLabel = "POLICY", description = "Only the polls of this policy.")
        private @Nullable String policy;

        @Option(names = "--poll", paramLabel = "POLL", description = "Only this poll.")
        private @Nullable String poll;
    }

    /** The members of the act's body that say so. */
    Map<String, Object> said() {
        var said = new TreeMap<String, Object>();
        said.put("body", body);
        if (some != null) {
            if (some.topic != null) said.put("topic", some.topic);
            if (some.policy != null) said.put("policy", some.policy);
            if (some.poll != null) said.put("poll", Everywhere.hash(some.poll).hex());
        }
        return said;
    }
}
