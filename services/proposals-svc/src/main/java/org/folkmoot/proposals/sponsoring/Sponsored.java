// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.sponsoring;

import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.State;

/** What a name under a proposal came to. */
record Sponsored(State state, Backing backing) {}
