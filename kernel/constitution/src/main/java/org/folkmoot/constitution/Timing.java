// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;

/**
 * How long each stage of a proposal takes.
 *
 * @param delay from the submission to the opening of the poll
 * @param period from the opening to the close
 * @param timelock from the close to the first moment of enactment
 * @param expires from there to the moment after which nothing is enacted any more
 */
public record Timing(Duration delay, Duration period, Duration timelock, Duration expires) {}
