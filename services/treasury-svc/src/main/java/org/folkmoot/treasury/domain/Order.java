// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.constitution.ExitRule.Pot;
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

    /**
     * Moves an amount out of several accounts, each of which gives what it can before the next is asked: all of it or nothing.
     *
     * @param amount as it was written
     */
    record Gather(Hash id, List<Source> sources, String to, String asset, String amount, Hash cause, String memo)
            implements Order {
        public Gather {
            sources = List.copyOf(sources);
        }

        /** The accounts that have to be looked at. */
        public List<Seat> seats() {
            return Stream.concat(sources.stream().map(Source::account), Stream.of(to))
                    .map(account -> new Seat(account, asset))
                    .toList();
        }

        @Override
        public Map<String, String> parts() {
            var parts = begin(GATHER);
            for (int i = 0; i < sources.size(); i++) {
                var where = i == 0 ? "" : " of source " + (i + 1);
                parts.put("debit" + where, sources.get(i).account());
                sources.get(i).max().ifPresent(max -> parts.put("max" + where, max));
                sources.get(i).keep().ifPresent(keep -> parts.put("keep" + where, keep));
            }
            parts.put("credit", to);
            parts.put("asset", asset);
            parts.put("amount", amount);
            parts.put("sources", String.valueOf(sources.size()));
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

    /**
     * Frees what is left of a hold.
     *
     * @param committed whether that is what a proposal set aside for itself, which nobody else frees
     */
    record Void(Hash id, Hash hold, Hash cause, boolean committed) implements Order {
        /** What a decision set aside, freed by another. */
        public Void(Hash id, Hash hold, Hash cause) {
            this(id, hold, cause, false);
        }

        @Override
        public Map<String, String> parts() {
            var parts = begin("void");
            parts.put("hold", hold.hex());
            return end(parts, cause, "");
        }
    }

    /**
     * Moves back what another request moved.
     *
     * @param amount how much of it, as it was written; all that was not moved back before if nothing is said
     */
    record Reverse(Hash id, Hash transfer, Optional<String> amount, Hash cause, String memo) implements Order {
        /** Moves back all that was not moved back before. */
        public Reverse(Hash id, Hash transfer, Hash cause, String memo) {
            this(id, transfer, Optional.empty(), cause, memo);
        }

        @Override
        public Map<String, String> parts() {
            var parts = begin("reverse");
            parts.put("transfer", transfer.hex());
            amount.ifPresent(part -> parts.put("amount", part));
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
     * Spends out of an account within the limit of a role.
     *
     * @param spender the account of whoever spends, who spends for the community and not for oneself
     * @param roles the roles by which it may be done, of which one is enough
     */
    record Spend(Hash id, Leg leg, String spender, Set<String> roles, Hash cause, String memo) implements Order {
        public Spend {
            roles = Set.copyOf(roles);
        }

        @Override
        public Map<String, String> parts() {
            return new Move(id, Transfer.Code.SPENT, List.of(leg), cause, memo).parts();
        }
    }

    /**
     * Gives shares back for the same share of what the community has.
     *
     * @param member the account of whoever leaves
     * @param shares the code of the asset that is given back
     * @param units how many, as it was written
     * @param assets the codes of what shall be paid out; all that is shared if nothing is said
     * @param pots what is shared
     */
    record Exit(
            Hash id,
            String member,
            String shares,
            String units,
            Optional<List<String>> assets,
            List<Pot> pots,
            Hash cause)
            implements Order {
        public Exit {
            assets = assets.map(codes -> codes.stream().distinct().sorted().toList());
            pots = pots.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Pot::account).thenComparing(Pot::asset))
                    .toList();
        }

        /** What of it shall be paid out: in one order, and nothing twice. */
        List<Pot> wanted() {
            return assets.map(codes -> pots.stream()
                            .filter(pot -> codes.contains(pot.asset()))
                            .toList())
                    .orElse(pots);
        }

        /** The accounts that have to be looked at. */
        public List<Seat> seats() {
            var seats = new ArrayList<Seat>();
            seats.add(new Seat(member, shares));
            seats.add(new Seat(Account.issuanceName(shares), shares));
            for (var pot : wanted()) {
                seats.add(new Seat(pot.account(), pot.asset()));
                seats.add(new Seat(member, pot.asset()));
            }
            return seats;
        }

        @Override
        public Map<String, String> parts() {
            var parts = begin(EXIT);
            add(parts, new Leg(member, Account.issuanceName(shares), shares, units), "");
            parts.put("assets", assets.map(codes -> String.join(" ", codes)).orElse("all"));
            return end(parts, cause, "");
        }
    }

    /** The word for what comes out of several accounts. */
    String GATHER = "gather";

    /** The word for leaving with a share. */
    String EXIT = "exit";

    /** What members sign: an act of one's own that may be signed again. */
    Set<String> SIGNED = Set.of(Transfer.Code.PAID.word(), Transfer.Code.SPENT.word(), EXIT);

    /**
     * Names the first part in which another request differs from this one, if any does, also one that only the other has:
     * those of this one come first, and then those of the other. Whoever pays may sign the same
     * payment again, so that its cause is another act; so may who spends and who leaves.
     */
    static Optional<String> firstDifference(Map<String, String> one, Map<String, String> other) {
        var signed = SIGNED.contains(one.getOrDefault("code", ""));
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .filter(part -> !signed || !part.equals("cause"))
                .filter(part -> !Objects.equals(one.get(part), other.get(part)))
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
