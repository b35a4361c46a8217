// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** A member who joins, and the key that the member signs with. */
public record Admission(Hash member, PublicKey key) {}
