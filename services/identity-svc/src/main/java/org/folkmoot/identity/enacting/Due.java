// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.enacting;

import java.time.Instant;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.membership.KnownCommunity;

/** An enactment at the moment when its turn has come: the community is locked. */
record Due(EnactmentDueV1 order, KnownCommunity community, Instant now) {}
