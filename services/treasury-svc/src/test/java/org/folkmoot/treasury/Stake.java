// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.DepositReleasedV1.Fate;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Signed;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** A proposal for which a member of a town puts something down, and what the proposals service tells about it. */
record Stake(Town town, String proposal, String member) {
    private static final Signed ACT = new Signed("eyJ2IjoxfQ==", "ed25519", "A".repeat(86) + "==");

    static Stake in(Town town, String name) {
        return new Stake(
                town,
                Hash.of(UUID.randomUUID().toString().getBytes(UTF_8)).hex(),
                Hash.of(name.getBytes(UTF_8)).hex());
    }

    /** Gives the member something to put down. */
    Stake paid(String amount) {
        Decision.in(town).enact(1, Decision.transfer("treasury", account(), amount));
        return this;
    }

    String account() {
        return "member/" + member;
    }

    String kept() {
        return "deposit/" + proposal;
    }

    String name() {
        var parts = Map.of("community", town.community().hex(), "proposal", proposal, "type", "deposited/1");
        return Hash.of(Json.object(parts).canonical()).hex();
    }

    DepositDueV1 due(long minor) {
        return due("SKR", minor);
    }

    DepositDueV1 due(String asset, long minor) {
        return new DepositDueV1(
                town.community().hex(), proposal, name(), member, asset, BigInteger.valueOf(minor), Town.NOW, ACT);
    }

    DepositReleasedV1 released(Fate fate, long part) {
        return new DepositReleasedV1(
                town.community().hex(), proposal, name(), fate, BigInteger.valueOf(part), "rejected", Town.NOW);
    }

    /** Puts so much down. */
    Stake down(long minor) {
        News.tell(Topics.PROPOSALS, due(minor));
        told(DepositTakenV1.class, 1);
        return this;
    }

    /** Ends the proposal, and waits until the deposit is given away. */
    DepositSettledV1 end(Fate fate, long part) {
        News.tell(Topics.PROPOSALS, released(fate, part));
        return told(DepositSettledV1.class, 1);
    }

    <E extends Event> E told(Class<E> kind, int count) {
        return News.await(town.community().hex(), kind, count).getLast();
    }
}
