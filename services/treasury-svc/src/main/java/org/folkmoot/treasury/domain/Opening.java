// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What accounts held before their community came here. It is brought in by as many transactions as it takes, all of which are
 * done or none.
 *
 * @param id the name of the first of them, which is the enactment's
 */
public record Opening(Hash id, Hash proposal, String asset, List<Leg> balances, String memo) {
    public Opening {
        balances = List.copyOf(balances);
    }

    /** Reads what an action says. */
    public static Opening read(Fields said, Hash id, Hash proposal) {
        var asset = said.text("asset");
        var legs = new ArrayList<Leg>();
        for (var item : said.array("balances").items()) {
            var part = Fields.exactly(item, Set.of("amount", "to"));
            legs.add(leg(asset, part.text("to"), part.text("amount")));
        }
        return new Opening(id, proposal, asset, legs, said.has("memo") ? said.text("memo") : "");
    }

    /** What the ledger is asked to do. */
    public List<Order> orders() {
        return orders(id, 0, proposal, memo, balances);
    }

    /** A balance that is brought in. */
    public static Leg leg(String asset, String account, String amount) {
        return new Leg(Account.issuanceName(asset), account, asset, amount);
    }

    /**
     * The same of a piece of many balances.
     *
     * @param before how many transactions come before this piece
     */
    public static List<Order> orders(Hash id, int before, Hash proposal, String memo, List<Leg> balances) {
        var orders = new ArrayList<Order>();
        for (int from = 0; from < balances.size(); from += Leg.MOST) {
            var legs = balances.subList(from, Math.min(balances.size(), from + Leg.MOST));
            var name = name(id, before + orders.size());
            orders.add(new Order.Move(name, Transfer.Code.OPENING, legs, proposal, memo));
        }
        return orders;
    }

    private static Hash name(Hash id, int part) {
        return part == 0
                ? id
                : Hash.of(Json.of(Map.of("enactment", id.hex(), "part", part, "type", "opened/1"))
                        .canonical());
    }

    /** What became of all of it: the first, or the one that stopped the others. */
    public Done whole(List<Done> done) {
        var culprit = done.stream()
                .filter(one -> one.outcome() instanceof Outcome.Refused(var why)
                        && !why.reason().equals(Refusal.TOGETHER_FAILED))
                .findFirst()
                .orElse(done.getFirst());
        return new Done(id, culprit.parts(), culprit.outcome(), culprit.at(), culprit.reversal());
    }
}
