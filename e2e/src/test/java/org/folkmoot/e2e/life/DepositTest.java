// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.e2e.life.Village.ANN;
import static org.folkmoot.e2e.life.Village.BEN;
import static org.folkmoot.e2e.life.Village.CAT;
import static org.folkmoot.e2e.suite.Actions.admit;
import static org.folkmoot.e2e.suite.Actions.transfer;

import java.util.List;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.Rules;
import org.folkmoot.e2e.suite.SharedHouse;
import org.folkmoot.e2e.suite.Town;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whoever wants to let somebody in puts down ten and finds a sponsor; who is voted down loses a third of it. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Locks.SHARED_HOUSE, mode = ResourceAccessMode.READ)
class DepositTest {
    private static final Rules RULES = new Rules(
                    Rules.of("town.yaml").yaml().replaceFirst("- name: everything-else\n", """
                            - name: everything-else
                                propose: { sponsors: { count: 1, body: citizens, within: PT30M } }
                                deposit:
                                  asset: SKR
                                  amount: "10.00"
                                  dispositions:
                                    - when: approval
                                      share: { count: [against], of: [for, against], atLeast: 2/3 }
                                      then: burn
                                      part: 1/3
                                  otherwise: refund
                            """))
            .with("PERIOD", "PT10S")
            .with("REVOTE", "last")
            .with("QUORUM", "1/2");

    private Village village;
    private Town town;
    private String cat;

    @BeforeEach
    void payCat() {
        village = new Village(Town.found(SharedHouse.suite(), RULES, ANN, BEN, CAT));
        town = village.town();
        cat = "member/" + CAT.in(town.community());
        var wage = village.decide(transfer("treasury", cat, "25.00"), "for", "for");
        town.awaitState(wage, "enacted");
    }

    @Test
    void whatIsPutDownIsKeptUntilTheVoteSaysWhatBecomesOfIt() {
        var proposal = propose(CAT);
        var waiting = town.awaitState(proposal, "sponsoring");
        assertThat(waiting.path("deposit").path("standing").asText()).isEqualTo("held");
        assertThat(waiting.has("submission")).isFalse();
        assertThat(town.balance(cat)).isEqualTo("15.00");
        assertThat(town.balance("deposit/" + proposal)).isEqualTo("10.00");

        town.sponsor(ANN, proposal);
        var shown = town.awaitState(proposal, "voting");
        var submitted = Town.submitted(proposal, shown.path("submission"));
        village.vote(submitted, "against", "against", "for");

        town.awaitState(proposal, "rejected");
        var deposit = town.awaitDeposit(proposal, "settled");
        assertThat(deposit.path("burned").asText()).isEqualTo("3.33");
        assertThat(deposit.path("refunded").asText()).isEqualTo("6.67");
        assertThat(town.balance(cat)).isEqualTo("21.67");
        assertThat(town.balance("deposit/" + proposal)).isEqualTo("0.00");
        assertThat(town.balance("issuance/SKR")).isEqualTo("-996.67");
        assertThat(town.transfers(submitted)).hasSize(3);
    }

    @Test
    void whoOwnsNothingProposesNothing() {
        var proposal = propose(BEN);

        var ended = town.awaitState(proposal, "rejected");

        assertThat(ended.path("end").path("reason").asText())
                .isEqualTo("its deposit was refused: There is no account 'member/" + BEN.in(town.community())
                        + "' of SKR.");
    }

    private Hash propose(Person author) {
        var drafted = town.draft(author, "Let Dot in", List.of(admit(Person.named("Dot"))));
        var proposal = Hash.parse(drafted.path("proposal").asText());
        town.enter(author, proposal);
        return proposal;
    }
}
