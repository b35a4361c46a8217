// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.folkmoot.constitution.Account;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActProblems;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.ChosenId;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer;

/** Reads what a member signed to pay, as far as that can be done without the database. */
@ApplicationScoped
class ReadPayment {
    static final String ONE = "payment.make/1";
    static final String MANY = "payment.batch/1";
    /** The most lines that are signed by one act. */
    static final int MOST_LINES = 1_000;

    private static final int LONGEST = 500;
    private static final Set<String> LEG = Set.of("amount", "asset", "to");
    private static final Set<String> LINE = Set.of("amount", "asset", "id", "to");
    private static final Set<String> MEMO = Set.of("memo");

    private final ActDesk desk;

    ReadPayment(ActDesk desk) {
        this.desk = desk;
    }

    /** Reads one payment of one or more legs; the event loop may do it. */
    SignedOrders one(Hash community, byte[] envelope) {
        var act = desk.open(envelope, Expected.of(ONE, community));
        return guarded(() -> {
            var body = Fields.of(act.act().body(), Set.of("id", "legs"), MEMO);
            var legs = new ArrayList<Leg>();
            for (var leg : body.array("legs").items()) legs.add(leg(act, Fields.exactly(leg, LEG)));
            return new SignedOrders(act, List.of(order(act, body, legs)), Optional.empty());
        });
    }

    /** Reads a batch: the act on the first line, and on each of the others a payment of one leg. */
    SignedOrders many(Hash community, byte[] body) {
        int end = end(body, 0);
        var act = desk.open(Arrays.copyOf(body, end), Expected.of(MANY, community));
        var lines = Arrays.copyOfRange(body, Math.min(body.length, end + 1), body.length);
        return guarded(() -> {
            var named = Fields.exactly(act.act().body(), Set.of("count", "lines"));
            if (!named.hash("lines").equals(Hash.of(lines))) throw wrong("lines are not those that were signed");
            var orders = orders(act, lines);
            if (orders.size() != named.count("count")) throw wrong("count is not that of the lines");
            return new SignedOrders(act, orders, Optional.of(lines));
        });
    }

    private static List<Order> orders(SignedAct act, byte[] lines) {
        var orders = new ArrayList<Order>();
        for (int from = 0; from < lines.length; ) {
            int end = end(lines, from);
            orders.add(order(act, Arrays.copyOfRange(lines, from, end), orders.size() + 1));
            if (orders.size() > MOST_LINES) throw wrong("more than " + MOST_LINES + " lines");
            from = end + 1;
        }
        return orders;
    }

    private static Order order(SignedAct act, byte[] text, int number) {
        try {
            var line = Fields.of(StrictJson.parse(text), LINE, MEMO);
            return order(act, line, List.of(leg(act, line)));
        } catch (Malformed e) {
            throw inLine(number, ActProblems.of(e));
        } catch (ActRefused e) {
            throw inLine(number, e.refusal());
        }
    }

    private static ActRefused inLine(int number, ActRefusal refusal) {
        return new ActRefused(
                refusal instanceof ActRefusal.PayloadMalformed(var reason, var offset, var detail)
                        ? new ActRefusal.PayloadMalformed(reason, offset, "line " + number + ": " + detail)
                        : refusal);
    }

    private static Order order(SignedAct act, Fields body, List<Leg> legs) {
        var memo = body.has("memo") ? body.text("memo") : "";
        var id = body.text("id");
        if (id.length() > LONGEST) throw wrong("id has more than " + LONGEST + " characters");
        if (memo.length() > LONGEST) throw wrong("memo has more than " + LONGEST + " characters");
        if (memo.indexOf(0) >= 0) throw wrong("a text has a null character");
        return new Order.Move(ChosenId.of(act, id, "payment/1"), Transfer.Code.PAID, legs, act.id(), memo);
    }

    private static Leg leg(SignedAct act, Fields leg) {
        return new Leg(Account.MEMBER + act.act().actor().hex(), leg.text("to"), leg.text("asset"), leg.text("amount"));
    }

    private static ActRefused wrong(String detail) {
        return new ActRefused(new ActRefusal.PayloadMalformed("shape", 0, detail));
    }

    private static int end(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') end++;
        return end;
    }

    private static SignedOrders guarded(Supplier<SignedOrders> reading) {
        try {
            return reading.get();
        } catch (Malformed e) {
            throw new ActRefused(ActProblems.of(e));
        }
    }
}
