// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What speaks for an applicant. A rule asks only for what it needs, so that nothing else has to be looked up; what it
 * is told was verified: who signed, and that the signature is good.
 */
public interface Evidence {
    /** The moment of the judgement. */
    Instant at();

    /** The key that signed the request: the applicant's own, or that of somebody who asks for the applicant. */
    String signer();

    /** Whether a key is that of a founder who is still a member. */
    default boolean founder(String key) {
        return false;
    }

    /** Whether the members decided, by a proposal that passed, that the applicant is admitted. */
    default boolean decided() {
        return false;
    }

    /** The vouches that stand for a member or an applicant, one for each voucher. */
    default List<Vouch> vouches(String member) {
        return List.of();
    }

    /** What attesters signed about this applicant. */
    default List<Attestation> attestations() {
        return List.of();
    }

    /** The credentials that the applicant presented. */
    default List<Credential> credentials() {
        return List.of();
    }

    /** What the applicant owns of an asset in the community's ledger, in minor units. */
    default BigInteger balance(String asset) {
        return BigInteger.ZERO;
    }

    /** The applicant's memberships in other communities. */
    default List<Recognition> recognitions() {
        return List.of();
    }

    /**
     * A member's word for somebody.
     *
     * @param voucher the id of the member who vouches, who is one still
     * @param memberSince when the voucher joined
     * @param given when the word was given
     * @param others when the same voucher vouched for others
     * @param expulsions when somebody for whom the voucher had vouched was expelled
     */
    record Vouch(String voucher, Instant memberSince, Instant given, List<Instant> others, List<Instant> expulsions) {
        public Vouch {
            others = List.copyOf(others);
            expulsions = List.copyOf(expulsions);
        }
    }

    /** What the owner of a key, who need not be a member, signed about the applicant. */
    record Attestation(String attester, String claim, Instant given) {}

    /**
     * A membership in another community.
     *
     * @param community the other community's id
     * @param member the applicant's id there
     * @param since when the applicant joined it
     * @param provenAt when the statement about it was signed
     * @param signers the keys that signed the statement
     */
    record Recognition(String community, String member, Instant since, Instant provenAt, List<String> signers) {
        public Recognition {
            signers = List.copyOf(signers);
        }
    }
}
