// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.util.Map;

/** Somebody who may be drawn, and their property in each stratum. */
public record Person(String id, Map<String, String> properties) {
    public Person {
        properties = Map.copyOf(properties);
    }
}
