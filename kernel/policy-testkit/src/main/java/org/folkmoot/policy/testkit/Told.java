// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Credential;
import org.folkmoot.policy.Evidence;

/** Evidence as a test tells it: nothing at first, and more with every {@code with}. */
public record Told(
        Instant at,
        String signer,
        List<String> founders,
        boolean decided,
        Map<String, List<Vouch>> vouching,
        List<Attestation> attestations,
        List<Credential> credentials,
        Map<String, BigInteger> balances,
        List<Recognition> recognitions)
        implements Evidence {
    /** No evidence at all, at a moment. */
    public static Told nothing(Instant at) {
        return new Told(at, "", List.of(), false, Map.of(), List.of(), List.of(), Map.of(), List.of());
    }

    /** Signed by this key. */
    public Told by(String key) {
        return new Told(at, key, founders, decided, vouching, attestations, credentials, balances, recognitions);
    }

    /** In a community with these founders. */
    public Told foundedBy(String... keys) {
        return new Told(
                at, signer, List.of(keys), decided, vouching, attestations, credentials, balances, recognitions);
    }

    /** After a proposal that passed. */
    public Told elected() {
        return new Told(at, signer, founders, true, vouching, attestations, credentials, balances, recognitions);
    }

    /** With these vouches, by whom they are for. */
    public Told vouched(Map<String, List<Vouch>> vouches) {
        return new Told(at, signer, founders, decided, vouches, attestations, credentials, balances, recognitions);
    }

    /** With what attesters signed. */
    public Told attested(Attestation... signed) {
        return new Told(at, signer, founders, decided, vouching, List.of(signed), credentials, balances, recognitions);
    }

    /** With credentials. */
    public Told certified(Credential... presented) {
        return new Told(
                at, signer, founders, decided, vouching, attestations, List.of(presented), balances, recognitions);
    }

    /** With an amount of an asset. */
    public Told owning(String asset, long units) {
        return new Told(
                at,
                signer,
                founders,
                decided,
                vouching,
                attestations,
                credentials,
                Map.of(asset, BigInteger.valueOf(units)),
                recognitions);
    }

    /** With memberships elsewhere. */
    public Told recognised(Recognition... proven) {
        return new Told(at, signer, founders, decided, vouching, attestations, credentials, balances, List.of(proven));
    }

    @Override
    public boolean founder(String key) {
        return founders.contains(key);
    }

    @Override
    public List<Vouch> vouches(String member) {
        return vouching.getOrDefault(member, List.of());
    }

    @Override
    public BigInteger balance(String asset) {
        return balances.getOrDefault(asset, BigInteger.ZERO);
    }
}
