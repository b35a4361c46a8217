// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;

/** What a member says has happened outside. Under one asset, kind and reference only one thing can have happened. */
public sealed interface Attested {
    /** The longest name that a bank or a chain has for something, in characters. */
    int LONGEST_REFERENCE = 200;

    /** What can happen outside. */
    enum Kind {
        /** Something came in. */
        DEPOSIT,
        /** Something went out. */
        WITHDRAWAL,
        /** A payment that was ordered was made, or was not. */
        PAYOUT;

        /** The word for it. */
        public String word() {
            return Word.of(this);
        }
    }

    /** What happened. */
    Kind kind();

    /** The asset that it happened to. */
    String asset();

    /** What the bank or the chain calls it. */
    String reference();

    /** What was said, part by part, in the order in which two members' words are compared. */
    Map<String, String> parts();

    /**
     * Something came in or went out.
     *
     * @param kind a deposit or a withdrawal
     * @param of the asset
     * @param amount in minor units
     * @param at when, as the outside says
     */
    record Moved(Kind kind, Asset of, String account, BigInteger amount, String reference, Instant at)
            implements Attested {
        public Moved {
            check(reference);
            if (kind == Kind.PAYOUT || amount.signum() <= 0)
                throw new IllegalArgumentException(kind.word() + " of " + amount);
        }

        @Override
        public String asset() {
            return of.code();
        }

        @Override
        public Map<String, String> parts() {
            var parts = new LinkedHashMap<String, String>();
            parts.put("account", account);
            parts.put("amount", of.decimal(amount));
            parts.put("at", Times.text(at));
            return parts;
        }

        /** What the ledger is to do about it; it follows from the act that completed it. */
        public Order.Move order(Hash community, Hash act) {
            var issuance = Account.issuanceName(asset());
            var in = kind == Kind.DEPOSIT;
            var leg = new Leg(in ? issuance : account, in ? account : issuance, asset(), of.decimal(amount));
            var code = in ? Transfer.Code.RECEIVED : Transfer.Code.SENT;
            return new Order.Move(id(community), code, List.of(leg), act, reference);
        }
    }

    /** A payment that was ordered was made, or was not. */
    record Paid(Hash payout, String asset, String reference, boolean done) implements Attested {
        public Paid {
            check(reference);
        }

        @Override
        public Kind kind() {
            return Kind.PAYOUT;
        }

        @Override
        public Map<String, String> parts() {
            var parts = new LinkedHashMap<String, String>();
            parts.put("payout", payout.hex());
            parts.put("outcome", done ? "done" : "failed");
            return parts;
        }
    }

    /** Its name: a community has one for an asset, a kind and a reference, whoever says it. */
    default Hash id(Hash community) {
        return id(community, kind(), asset(), reference());
    }

    /** The name of what has this reference. */
    static Hash id(Hash community, Kind kind, String asset, String reference) {
        var parts = Map.of(
                "asset",
                asset,
                "community",
                community.hex(),
                "kind",
                kind.word(),
                "reference",
                reference,
                "type",
                "attested/1");
        return Hash.of(Json.object(parts).canonical());
    }

    /** Names the first part in which somebody says something else. */
    static Optional<String> firstDifference(Map<String, String> one, Map<String, String> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .filter(part -> !Objects.equals(one.get(part), other.get(part)))
                .findFirst();
    }

    /**
     * Whether a text can be what a bank or a chain calls something. Spaces at its ends and other signs that cannot be seen are
     * refused, because two members who copy the same name would seem to say different things.
     */
    static boolean isReference(String text) {
        return References.FORM.test(text) && text.codePointCount(0, text.length()) <= LONGEST_REFERENCE;
    }

    private static void check(String reference) {
        if (!isReference(reference)) throw new IllegalArgumentException("not a reference: " + reference);
    }

    /** What references look like: words with single spaces between them. */
    final class References {
        private static final Predicate<String> FORM =
                Pattern.compile("[^\\p{Z}\\p{C}]+( [^\\p{Z}\\p{C}]+)*").asMatchPredicate();

        private References() {}
    }
}
