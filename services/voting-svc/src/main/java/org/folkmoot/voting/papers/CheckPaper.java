// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.domain.Paper;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.papers.PaperStore.Slip;

/** Checks who enters ballots and what they say, as that of every voter is checked. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CheckPaper {
    private final RoleStore offices;
    private final RollStore rolls;

    CheckPaper(RoleStore offices, RollStore rolls) {
        this.offices = offices;
        this.rolls = rolls;
    }

    /** Refuses whoever is no officer of the poll now. */
    void checkOfficer(Accepted accepted, PollRules rules) {
        var role = rules.chamber()
                .officers()
                .orElseThrow(
                        () -> new Refused(new Refusal.NoPaper(rules.definition().id())));
        var officer = offices.voter(accepted.act().community(), accepted.member(), accepted.at());
        if (!officer.roles().contains(role))
            throw new Refused(new Refusal.NotAnOfficer(accepted.act().actor(), role));
    }

    /** The ballots with the power of each, or the first reason why one of them is none. */
    List<Slip> slips(Poll.Running poll, PollRules rules, Paper paper, Hash entered) {
        var powers = rolls.powers(rules, poll.roll(), paper.members());
        var id = rules.definition().id();
        var slips = new ArrayList<Slip>();
        paper.choices().forEach((member, choice) -> {
            var power = powers.get(member);
            if (power == null) throw new Refused(new Refusal.NotOnRoll(id, member));
            check(rules, member, choice, power);
            slips.add(new Slip(member, choice, power, Paper.payload(id, member, choice, entered)));
        });
        return slips;
    }

    private static void check(PollRules rules, Hash member, Json choice, BigInteger power) {
        try {
            rules.method().check(choice.plain(), power, rules.definition().question());
        } catch (InvalidChoice e) {
            throw new Refused(new Refusal.PaperInvalid("The ballot of " + member.hex() + ": " + e.reason()));
        }
    }
}
