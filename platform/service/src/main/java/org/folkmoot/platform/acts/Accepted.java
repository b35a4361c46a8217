// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import java.time.Instant;
import org.folkmoot.contracts.Signed;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.record.Act;
import org.folkmoot.record.Hash;

/** An act that passed every check and was written down; what it asks for may now be done in the same transaction. */
public record Accepted(Hash id, Act act, Signed signed, KnownMember member, Instant at) {}
