// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Hash;

/** What the ledger is asked to do, under an id that the asker chose: the first outcome for an id is final. */
public sealed interface Order {
    /** The name of this request. */
    Hash id();

    /** The hash of the founding, proposal or act that it follows from. */
    Hash cause();

    /** What was asked, part by part, in the order in which two requests are compared. */
    Map<String, String> parts();

    /** Moves all of these amounts or none. */
    record Move(Hash id, Transfer.Code code, List<Leg> legs, Hash cause, String memo) implements Order {
        public Move {
            if (!Transfer.Code.MOVES.contains(code)) throw new IllegalArgumentException("nobody asks for " + code);
            legs = List.copyOf(legs);
        }

        @Override
        public Map<String, String> parts() {
            var parts = begin(code.word());
            for (int i = 0; i < legs.size(); i++) add(parts, legs.get(i), i == 0 ? "" : " of leg " + (i + 1));
            parts.put("legs", String.valueOf(legs.size()));
            return end(parts, cause, memo);
        }
    }

    /** Sets an amount aside until a deadline. */
    record SetAside(Hash id, Leg leg, Instant deadline, Hash cause, String memo) implements Order {
        @Override
        public Map<String, String> parts() {
            var parts = begin("hold");
            add(parts, leg, "");
            parts.put("deadline", deadline.toString());
            return end(parts, cause, memo);
        }
    }

    /**
     * Moves what is set aside, or a part of it.
     *
     * @param amount the part; all that is left if nothing is said
     * @param free whether the rest becomes free at once
     */
    record Settle(Hash id, Hash hold, Optional<String> amount, boolean free, Hash cause) implements Order {
        @Override
        public Map<String, String> parts() {
            var parts = begin("settle");
            parts.put("hold", hold.hex());
            parts.put("amount", amount.orElse(""));
            parts.put("free", String.valueOf(free));
            return end(parts, cause, "");
        }
    }

    /** Frees what is left of a hold. */
    record Void(Hash id, Hash hold, Hash cause) implements Order {
        @Override
        public Map<String, String> parts() {
            var parts = begin("void");
            parts.put("hold", hold.hex());
            return end(parts, cause, "");
        }
    }

    /** Moves back all that another request moved. */
    record Reverse(Hash id, Hash transfer, Hash cause, String memo) implements Order {
        @Override
        public Map<String, String> parts() {
            var parts = begin("reverse");
            parts.put("transfer", transfer.hex());
            return end(parts, cause, memo);
        }
    }

    /** Freezes, opens again or closes an account. */
    record Turn(Hash id, String account, String asset, Account.State to, Hash cause) implements Order {
        @Override
        public Map<String, String> parts() {
            var parts = begin("turn");
            parts.put("account", account);
            parts.put("asset", asset);
            parts.put("state", to.name());
            return end(parts, cause, "");
        }
    }

    /**
     * Names the first part in which another request differs from this one, if any does. Whoever pays may sign the same
     * payment again, so that its cause is another act.
     */
    static Optional<String> firstDifference(Map<String, String> one, Map<String, String> other) {
        var paid = Transfer.Code.PAID.word().equals(one.get("code"));
        return one.entrySet().stream()
                .filter(part -> !part.getValue().equals(other.get(part.getKey())))
                .map(Map.Entry::getKey)
                .filter(part -> !paid || !part.equals("cause"))
                .findFirst();
    }

    private static Map<String, String> begin(String code) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("code", code);
        return parts;
    }

    private static void add(Map<String, String> parts, Leg leg, String where) {
        parts.put("debit" + where, leg.debit());
        parts.put("credit" + where, leg.credit());
        parts.put("asset" + where, leg.asset());
        parts.put("amount" + where, leg.amount());
    }

    private static Map<String, String> end(Map<String, String> parts, Hash cause, String memo) {
        parts.put("cause", cause.hex());
        parts.put("memo", memo);
        return parts;
    }
}
