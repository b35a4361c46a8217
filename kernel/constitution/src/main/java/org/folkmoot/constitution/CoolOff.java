// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A time after the deadline in which only some choices are taken, usually those against.
 *
 * @param lasts how long
 * @param only the choices that are taken
 * @param turned if given, it is held only if the outcome turned to a yes within that time before the deadline
 */
public record CoolOff(Duration lasts, List<String> only, Optional<Duration> turned) {
    public CoolOff {
        only = List.copyOf(only);
    }
}
