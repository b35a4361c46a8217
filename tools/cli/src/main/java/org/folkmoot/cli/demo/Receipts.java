// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Receipt;

/** The receipts among the answers: those that say this poll and are signed by the service's published key. */
final class Receipts {
    private final Set<Hash> acts;

    private Receipts(Set<Hash> acts) {
        this.acts = acts;
    }

    static Receipts among(List<String> answers, Hash poll, PublicKey signer) {
        var verified = answers.parallelStream()
                .map(Receipts::read)
                .flatMap(Optional::stream)
                .filter(receipt ->
                        receipt.poll().equals(poll) && receipt.signer().equals(signer))
                .filter(receipt -> receipt.verify(Ed25519.fastest()))
                .map(Receipt::act)
                .toList();
        return new Receipts(new HashSet<>(verified));
    }

    private static Optional<Receipt> read(String answer) {
        try {
            return Optional.of(Receipt.read(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (Malformed e) {
            // A refusal is no receipt.
            return Optional.empty();
        }
    }

    /** How many different ballots have a receipt. */
    int size() {
        return acts.size();
    }
}
