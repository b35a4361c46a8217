// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;

/**
 * An office or a task that members hold by decision.
 *
 * @param title what people call it
 * @param term the longest time for which it is given, if it ends by itself
 */
public record Role(String name, String title, Optional<Duration> term) {}
