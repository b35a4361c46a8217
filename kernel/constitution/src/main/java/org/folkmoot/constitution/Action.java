// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.PublicKey;

/** What a proposal does when it passes. */
public sealed interface Action {
    /** The names of all kinds. */
    List<String> TYPES = List.of(
            Transfer.TYPE,
            Treasury.TRANSACTION,
            Treasury.GATHER,
            Treasury.ISSUE,
            Treasury.OPEN,
            Treasury.IMPORT,
            Treasury.BURN,
            Treasury.HOLD,
            Treasury.SETTLE,
            Treasury.RELEASE,
            Treasury.REVERSE,
            Treasury.FREEZE,
            Treasury.UNFREEZE,
            Treasury.SPLIT,
            Treasury.STREAM,
            Treasury.GRANT,
            Treasury.BOUNTY,
            Treasury.PAUSE,
            Treasury.RESUME,
            Treasury.CANCEL,
            Treasury.TRANCHE,
            Treasury.AWARD,
            Treasury.EXTEND,
            Treasury.PAYOUT,
            Amend.TYPE,
            AddMember.TYPE,
            RemoveMember.TYPE,
            ReinstateMember.TYPE,
            GrantRole.TYPE,
            RevokeRole.TYPE,
            DrawRole.TYPE);

    /** The name of its kind. */
    String type();

    /** The option that must have won for it to be enacted; nothing if it is enacted whatever won. */
    Optional<String> option();

    /** What a policy's condition sees of it. */
    Map<String, Object> facts();

    /** The action as it stands in a proposal: as conditions see it, unless its kind says otherwise. */
    default Json.Obj json() {
        return Json.object(facts());
    }

    /**
     * Reads an action that was proposed before, or throws {@link ActionRefused}. A new constitution in it is read and
     * not checked.
     */
    static Action read(Map<String, Object> action, Constitution constitution) {
        return ActionReader.one(action, constitution);
    }

    /**
     * Reads and checks the actions of a new proposal, or throws {@link ActionRefused} with everything that is wrong. An
     * action's option must be one of the proposal's.
     *
     * @param accepting reads a new constitution, or throws {@link ConstitutionRefused} if it is none that works
     */
    static List<Action> readAll(
            List<?> actions,
            List<String> options,
            Constitution constitution,
            Function<byte[], Constitution> accepting) {
        return ActionReader.all(actions, options, constitution, accepting);
    }

    /** Moves an amount between two accounts. */
    record Transfer(
            String from, String to, Asset asset, BigInteger amount, Optional<String> memo, Optional<String> option)
            implements Action {
        public static final String TYPE = "treasury.transfer";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Obj json() {
            var json = ActionFacts.of(this);
            json.put("from", from);
            json.put("to", to);
            json.put("asset", asset.code());
            json.put("amount", asset.decimal(amount));
            memo.ifPresent(text -> json.put("memo", text));
            return Json.object(json);
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("from", from);
            facts.put("to", to);
            facts.put("asset", asset.code());
            facts.put("amount", amount.longValueExact());
            memo.ifPresent(text -> facts.put("memo", text));
            return facts;
        }
    }

    /**
     * Does something else with the treasury.
     *
     * @param said what it says besides its type and option
     * @param seen the same as conditions see it: amounts are whole numbers of the smallest unit
     */
    record Treasury(String type, Map<String, Object> said, Map<String, Object> seen, Optional<String> option)
            implements Action {
        /** Moves several amounts, all or none. */
        public static final String TRANSACTION = "treasury.transaction";
        /** Pays an amount out of several accounts, one after the other. */
        public static final String GATHER = "treasury.gather";
        /** Issues an asset. */
        public static final String ISSUE = "treasury.issue";
        /** Brings in what accounts held elsewhere. */
        public static final String OPEN = "treasury.open";
        /** Brings in what accounts held elsewhere, out of a file. */
        public static final String IMPORT = "treasury.import";
        /** Takes something out of the world. */
        public static final String BURN = "treasury.burn";
        /** Sets an amount aside. */
        public static final String HOLD = "treasury.hold";
        /** Moves what is set aside, or a part of it. */
        public static final String SETTLE = "treasury.settle";
        /** Frees what is set aside. */
        public static final String RELEASE = "treasury.release";
        /** Moves back what was moved. */
        public static final String REVERSE = "treasury.reverse";
        /** Stops all movements of an account. */
        public static final String FREEZE = "treasury.freeze";
        /** Lets them go on. */
        public static final String UNFREEZE = "treasury.unfreeze";
        /** Divides an amount by weights. */
        public static final String SPLIT = "treasury.split";
        /** Keeps an amount for somebody whose it becomes little by little. */
        public static final String STREAM = "treasury.stream";
        /** Keeps amounts for somebody until what they are for is done. */
        public static final String GRANT = "treasury.grant";
        /** Keeps an amount for whoever does something. */
        public static final String BOUNTY = "treasury.bounty";
        /** Lets the time of a stream stand still. */
        public static final String PAUSE = "treasury.pause";
        /** Lets it go on. */
        public static final String RESUME = "treasury.resume";
        /** Gives back what is kept and is nobody's yet. */
        public static final String CANCEL = "treasury.cancel";
        /** Releases a tranche of a grant. */
        public static final String TRANCHE = "treasury.tranche";
        /** Gives a bounty to somebody. */
        public static final String AWARD = "treasury.award";
        /** Keeps a bounty for longer. */
        public static final String EXTEND = "treasury.extend";

        /** Those that put something into an escrow, which is kept for somebody from then on. */
        public static final Set<String> ESCROWING = Set.of(STREAM, GRANT, BOUNTY);

        /** Those that are about what is kept for somebody. */
        public static final List<String> OF_ESCROWS =
                List.of(STREAM, GRANT, BOUNTY, PAUSE, RESUME, CANCEL, TRANCHE, AWARD, EXTEND);

        /** Orders a payment to the outside. */
        public static final String PAYOUT = "treasury.payout";

        /** All of these. */
        public static final List<String> TYPES = Stream.concat(
                        Stream.of(
                                TRANSACTION,
                                GATHER,
                                ISSUE,
                                OPEN,
                                IMPORT,
                                BURN,
                                HOLD,
                                SETTLE,
                                RELEASE,
                                REVERSE,
                                FREEZE,
                                UNFREEZE,
                                SPLIT,
                                PAYOUT),
                        OF_ESCROWS.stream())
                .toList();

        public Treasury {
            said = Map.copyOf(said);
            seen = Map.copyOf(seen);
        }

        @Override
        public Json.Obj json() {
            var json = ActionFacts.of(this);
            json.putAll(said);
            return Json.object(json);
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.putAll(seen);
            return facts;
        }
    }

    /**
     * Puts another constitution in the place of the one that is in force.
     *
     * @param patch the changes, if the action says them instead of the whole new constitution
     */
    record Amend(Amendment amendment, Optional<Patch> patch, Optional<String> option) implements Action {
        public static final String TYPE = "constitution.amend";

        /** The hash of the constitution that it changes. */
        public Hash base() {
            return amendment.base().hash();
        }

        /** The constitution after it. */
        public Constitution constitution() {
            return amendment.next();
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Obj json() {
            var json = ActionFacts.of(this);
            json.put("base", base().hex());
            patch.ifPresentOrElse(
                    steps -> json.put("patch", steps.json()),
                    () -> json.put("constitution", constitution().json()));
            return Json.object(json);
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("base", base().hex());
            facts.put("constitution", constitution().hash().hex());
            facts.put("changes", amendment.clauses());
            return facts;
        }
    }

    /** Makes the owner of a key a member. */
    record AddMember(PublicKey key, Optional<String> option) implements Action {
        public static final String TYPE = "member.add";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("key", key.did());
            return facts;
        }
    }

    /** Ends a membership. */
    record RemoveMember(Hash member, Optional<String> option) implements Action {
        public static final String TYPE = "member.remove";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("member", member.hex());
            return facts;
        }
    }

    /** Grants the appeal of somebody who was expelled: the membership goes on. */
    record ReinstateMember(Hash member, Optional<String> option) implements Action {
        public static final String TYPE = "member.reinstate";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("member", member.hex());
            return facts;
        }
    }

    /**
     * Gives a role to a member.
     *
     * @param term for how long from the enactment on; if it is left out, for the longest time that the role is given for
     */
    record GrantRole(Hash member, Role role, Optional<Duration> term, Optional<String> option) implements Action {
        public static final String TYPE = "role.grant";

        /** For how long the role is given, if it ends by itself. */
        public Optional<Duration> lasts() {
            return term.or(role::term);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("member", member.hex());
            facts.put("role", role.name());
            term.ifPresent(length -> facts.put("term", length.toString()));
            return facts;
        }
    }

    /** Takes a role from a member. */
    record RevokeRole(Hash member, Role role, Optional<String> option) implements Action {
        public static final String TYPE = "role.revoke";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.put("member", member.hex());
            facts.put("role", role.name());
            return facts;
        }
    }

    /** Gives a role to members who are drawn by lot. */
    record DrawRole(DrawPlan plan, Optional<String> option) implements Action {
        public static final String TYPE = "role.draw";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Map<String, Object> facts() {
            var facts = ActionFacts.of(this);
            facts.putAll(plan.said());
            return facts;
        }
    }
}
