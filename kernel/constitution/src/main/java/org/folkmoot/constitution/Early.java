// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;

/**
 * A way to be decided before the deadline.
 *
 * @param outcome what is decided
 * @param irreversible whether no ballot that is still missing could change it; else it is enough that the rules hold
 * @param after how long the poll is open at least
 * @param when a further condition on the main chamber's ballots
 */
public record Early(Outcome outcome, boolean irreversible, Duration after, Optional<PluginCall> when) {}
