// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.math.BigInteger;
import java.time.Instant;

/** How many may vote with how much power, as the voting service froze it. */
public record Roll(Instant openedAt, long members, BigInteger power) {}
