// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import org.folkmoot.cli.client.Api;

/** What the demo measured and found, in the order in which it is printed. */
final class Figures {
    private final ObjectNode values = Api.JSON.createObjectNode();

    void put(String name, long value) {
        values.put(name, value);
    }

    void put(String name, boolean value) {
        values.put(name, value);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void put(String name, BigDecimal value) {
        values.put(name, value);
    }

    /** One line for each figure. */
    void print(PrintStream out) {
        values.properties()
                .forEach(figure -> out.println(
                        "  " + figure.getKey() + " = " + figure.getValue().asText()));
    }

    ObjectNode json() {
        return values;
    }
}
