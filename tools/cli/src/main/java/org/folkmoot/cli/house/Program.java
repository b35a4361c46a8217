// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.folkmoot.backends.Child;

/**
 * A process that belongs to the house.
 *
 * @param ports all that it listens on; the first is the one that clients use
 * @param starter starts it; asked again after each end
 * @param ready whether the running process answers
 */
record Program(String name, List<Integer> ports, String url, Supplier<Child> starter, BooleanSupplier ready) {
    Program {
        ports = List.copyOf(ports);
    }
}
