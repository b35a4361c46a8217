// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import java.time.Instant;
import org.folkmoot.record.Hash;

/** Why what somebody attests is not taken. */
sealed interface AttestRefusal {
    /** The constitution names nobody who attests what happens to the asset. */
    record AssetNotAttested(Hash community, String asset) implements AttestRefusal {}

    /** The member does not hold the role that attests. */
    record RoleRequired(Hash actor, String role) implements AttestRefusal {}

    /** Enough members said something else under that reference, which differs first in that part. */
    record AttestationDifferent(Hash attestation, String part) implements AttestRefusal {}

    /** Not an amount of that asset, or nothing. */
    record AttestedAmountInvalid(String amount, String asset) implements AttestRefusal {}

    /** There is no such account for the asset. */
    record AttestedAccountUnknown(String account, String asset) implements AttestRefusal {}

    /** It is said to have happened later than now. */
    record NotYetHappened(Instant at, Instant now) implements AttestRefusal {}

    /** Nothing of that kind was ordered. */
    record PayoutUnknown(Hash community, Hash payout) implements AttestRefusal {}

    /** Nobody attested that. */
    record AttestationUnknown(Hash community, Hash attestation) implements AttestRefusal {}
}
