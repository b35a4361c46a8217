// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;

/** What a poll asks: its title and, where there is something to choose among, the options in their fixed order. */
public record Question(String title, List<String> options) {
    public Question {
        options = List.copyOf(options);
    }
}
