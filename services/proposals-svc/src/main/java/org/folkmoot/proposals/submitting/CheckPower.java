// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Instant;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Proposing;
import org.folkmoot.platform.membership.Voters;
import org.folkmoot.proposals.Ruling;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.record.Hash;

/**
 * Sees to it that an author has as much power as the policy asks for: on the very roll that the submission names, of the
 * body that votes first.
 */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = ExpressionFailed.class)
class CheckPower {
    private final Voters voters;
    private final Plugins plugins;

    CheckPower(Voters voters, Plugins plugins) {
        this.voters = voters;
        this.plugins = plugins;
    }

    /** Refuses an author who has less. Most policies ask for nothing, and then nobody is counted. */
    void handle(Hash community, Hash author, Ruling ruling, Instant rollAt) {
        var proposing = ruling.policy().proposing();
        if (proposing.least().isEmpty() && proposing.power().isEmpty()) return;
        var weights = weights(community, author, ruling, rollAt);
        var least = proposing.least().orElse(BigInteger.ZERO);
        if (weights.own().compareTo(least) < 0 || !hasShare(proposing, weights))
            throw new Refused(new Refusal.TooLittlePower(
                    ruling.policy().name(),
                    weights.own().toString(),
                    weights.all().toString(),
                    proposing.least().map(BigInteger::toString),
                    proposing.power().map(Object::toString)));
    }

    /** A share of nothing is never reached, as everywhere. */
    private static boolean hasShare(Proposing proposing, Weights weights) {
        return proposing
                .power()
                .map(share -> weights.all().signum() > 0 && share.reachedBy(weights.own(), weights.all()))
                .orElse(true);
    }

    private Weights weights(Hash community, Hash author, Ruling ruling, Instant rollAt) {
        var constitution = ruling.constitution();
        var body = constitution.body(ruling.policy().body()).orElseThrow();
        var rule = ElectorateRule.of(body, constitution.membership().coolDown(), rollAt, plugins);
        var past = new Voters.Past(community, ruling.position(), rollAt, ruling.balances(), rule.assets());
        try {
            return Weights.of(author.hex(), rule, consumer -> voters.each(past, (_, voter) -> consumer.accept(voter)));
        } catch (ExpressionFailed e) {
            // The same roll could not be made for the poll either.
            throw new Refused(new Refusal.NoPolicy("The roll cannot be made. " + e.getMessage()));
        }
    }
}
