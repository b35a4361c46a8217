// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Split;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Source;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.escrow.Decided.Make;

/** Reads the kinds of action that the treasury owns as what the ledger is to do. */
final class ActionOrder {
    private static final Set<String> MEMO = Set.of("memo");
    private static final Predicate<String> AMOUNT =
            Pattern.compile("(0|[1-9][0-9]{0,37})(\\.[0-9]{1,18})?").asMatchPredicate();

    private final EnactmentDueV1 due;
    private final ActionJson action;

    private ActionOrder(EnactmentDueV1 due, ActionJson action) {
        this.due = due;
        this.action = action;
    }

    /** What is due; nothing if another service owns the action. Its id is the enactment's. */
    static Optional<Order> due(EnactmentDueV1 due) {
        return ActionJson.of(due).flatMap(action -> new ActionOrder(due, action).order());
    }

    private Optional<Order> order() {
        return Optional.ofNullable(
                switch (action.type()) {
                    case Action.Transfer.TYPE -> transfer();
                    case Action.Treasury.TRANSACTION -> transaction();
                    case Action.Treasury.GATHER -> gather();
                    case Action.Treasury.SPLIT -> split();
                    case Action.Treasury.ISSUE -> issue();
                    case Action.Treasury.BURN -> burn();
                    case Action.Treasury.HOLD -> hold();
                    case Action.Treasury.SETTLE -> settle();
                    case Action.Treasury.RELEASE ->
                        new Order.Void(id(), action.fields(Set.of(), "hold").hash("hold"), cause());
                    case Action.Treasury.REVERSE -> {
                        var said = action.fields(Set.of("memo", "amount"), "transfer");
                        var part = said.has("amount") ? Optional.of(said.text("amount")) : Optional.<String>empty();
                        yield new Order.Reverse(id(), said.hash("transfer"), part, cause(), memo(said));
                    }
                    case Action.Treasury.FREEZE -> turn(Account.State.FROZEN);
                    case Action.Treasury.UNFREEZE -> turn(Account.State.OPEN);
                    case Action.Treasury.PAYOUT -> payout();
                    case Action.Treasury.STREAM, Action.Treasury.GRANT ->
                        Make.read(action.type(), action.said()).isAsDue() ? null : endow();
                    case Action.Treasury.BOUNTY -> endow();
                    default -> null; // another service owns it
                });
    }

    private Order transfer() {
        var said = action.fields(MEMO, "from", "to", "asset", "amount");
        return move(Transfer.Code.DECIDED, List.of(leg(said)), said);
    }

    private Order transaction() {
        var said = action.fields(MEMO, "legs");
        var legs = new ArrayList<Leg>();
        for (var leg : said.array("legs").items())
            legs.add(leg(Fields.exactly(leg, Set.of("from", "to", "asset", "amount"))));
        return move(Transfer.Code.DECIDED, legs, said);
    }

    private Order gather() {
        var said = action.fields(MEMO, "sources", "to", "asset", "amount");
        var sources = new ArrayList<Source>();
        for (var item : said.array("sources").items()) {
            var source = Fields.of(item, Set.of("from"), Set.of("max", "keep"));
            sources.add(new Source(source.text("from"), text(source, "max"), text(source, "keep")));
        }
        return new Order.Gather(
                id(), sources, said.text("to"), said.text("asset"), said.text("amount"), cause(), memo(said));
    }

    private static Optional<String> text(Fields said, String name) {
        return said.has(name) ? Optional.of(said.text(name)) : Optional.empty();
    }

    /** The amount stands there with all digits of its asset, so its last digit is the smallest unit. */
    private Order split() {
        var said = action.fields(MEMO, "from", "asset", "amount", "parts");
        var accounts = new ArrayList<String>();
        var weights = new ArrayList<BigInteger>();
        for (var item : said.array("parts").items()) {
            var part = Fields.exactly(item, Set.of("to", "weight"));
            accounts.add(part.text("to"));
            weights.add(BigInteger.valueOf(part.count("weight")));
        }
        return move(Transfer.Code.DECIDED, parts(said, accounts, weights), said);
    }

    private static List<Leg> parts(Fields said, List<String> accounts, List<BigInteger> weights) {
        var amount = said.text("amount");
        boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
        if (none || !AMOUNT.test(amount)) // which the ledger says in its own words
        return accounts.stream()
                    .map(to -> new Leg(said.text("from"), to, said.text("asset"), none ? "0" : amount))
                    .toList();
        var whole = new BigDecimal(amount);
        var parts = Split.of(whole.unscaledValue(), weights);
        return IntStream.range(0, parts.size())
                .filter(place -> parts.get(place).signum() > 0)
                .mapToObj(place -> new Leg(
                        said.text("from"),
                        accounts.get(place),
                        said.text("asset"),
                        new BigDecimal(parts.get(place), whole.scale()).toPlainString()))
                .toList();
    }

    private Order issue() {
        var said = action.fields(MEMO, "to", "asset", "amount");
        var asset = said.text("asset");
        var leg = new Leg(Account.issuanceName(asset), said.text("to"), asset, said.text("amount"));
        return move(Transfer.Code.ISSUED, List.of(leg), said);
    }

    private Order burn() {
        var said = action.fields(MEMO, "from", "asset", "amount");
        var asset = said.text("asset");
        var leg = new Leg(said.text("from"), Account.issuanceName(asset), asset, said.text("amount"));
        return move(Transfer.Code.RETIRED, List.of(leg), said);
    }

    private Order payout() {
        var said = action.fields(MEMO, "from", "to", "asset", "amount", "expires");
        var leg = new Leg(said.text("from"), Account.escrowName(id()), said.text("asset"), said.text("amount"));
        return move(Transfer.Code.ENDOWED, List.of(leg), said);
    }

    /** What goes into an escrow; the escrow itself is made when it is there. */
    private Order endow() {
        var make = Make.read(action.type(), action.said());
        return new Order.Move(id(), Transfer.Code.ENDOWED, make.legs(id()), cause(), make.memo());
    }

    private Order hold() {
        var said = action.fields(MEMO, "from", "to", "asset", "amount", "term");
        return new Order.SetAside(id(), leg(said), deadline(said.text("term")), cause(), memo(said));
    }

    private Order settle() {
        var said = action.fields(Set.of("amount", "free"), "hold");
        var amount = said.has("amount") ? Optional.of(said.text("amount")) : Optional.<String>empty();
        var free = !said.has("free") || Boolean.TRUE.equals(said.value("free").plain());
        return new Order.Settle(id(), said.hash("hold"), amount, free, cause());
    }

    private Order turn(Account.State to) {
        var said = action.fields(Set.of(), "account", "asset");
        return new Order.Turn(id(), said.text("account"), said.text("asset"), to, cause());
    }

    private Order move(Transfer.Code code, List<Leg> legs, Fields said) {
        return new Order.Move(id(), code, legs, cause(), memo(said));
    }

    /** A term runs from the moment at which the action was due, so that every attempt to read it gives the same. */
    private Instant deadline(String term) {
        try {
            return due.dueAt().plus(Duration.parse(term));
        } catch (DateTimeException | ArithmeticException _) {
            throw new IllegalArgumentException("not a term: " + term);
        }
    }

    private static Leg leg(Fields said) {
        return new Leg(said.text("from"), said.text("to"), said.text("asset"), said.text("amount"));
    }

    private Hash id() {
        return Hash.parse(due.enactment());
    }

    private Hash cause() {
        return Hash.parse(due.proposal());
    }

    private static String memo(Fields said) {
        return said.has("memo") ? said.text("memo") : "";
    }
}
