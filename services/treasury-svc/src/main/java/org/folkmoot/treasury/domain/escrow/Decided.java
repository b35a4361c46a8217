// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Durations;
import org.folkmoot.constitution.Funding;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;

/** What a passed proposal says about something that is kept for somebody. */
public sealed interface Decided {
    /** Something is to happen to what is kept already. */
    record Change(Hash escrow, Request request) implements Decided {
        /** Reads what is to happen to one; anything else throws {@link IllegalArgumentException}. */
        public static Change read(String type, Json.Obj action) {
            if (Decided.read(type, action) instanceof Change change) return change;
            throw new IllegalArgumentException("nothing happens to what is kept by " + type);
        }
    }

    /** Something is to be kept from now on. */
    record Make(Fields said, String type) implements Decided {
        /** Reads what makes one; anything else throws {@link IllegalArgumentException}. */
        public static Make read(String type, Json.Obj action) {
            if (Decided.read(type, action) instanceof Make make) return make;
            throw new IllegalArgumentException("nothing is kept by " + type);
        }

        /** What it is for. */
        public String memo() {
            return said.has("memo") ? said.text("memo") : "";
        }

        /** What goes into the account of the escrow with this id: one leg for each amount that is said. */
        public List<Leg> legs(Hash id) {
            return amounts().stream().map(amount -> leg(id, amount)).toList();
        }

        /** The amounts that are said. */
        public List<String> amounts() {
            if (!type.equals(Action.Treasury.GRANT)) return List.of(said.text("amount"));
            return said.array("tranches").items().stream()
                    .map(tranche -> tranche(tranche).text("amount"))
                    .toList();
        }

        private Leg leg(Hash id, String amount) {
            var payee = said.has("to") ? Optional.of(said.text("to")) : Optional.<String>empty();
            return new Leg(said.text("from"), Account.escrowName(id), said.text("asset"), amount, payee);
        }

        /** The terms, counted from the moment at which it was put there. */
        public Terms terms(Asset asset, Instant made) {
            return switch (type) {
                case Action.Treasury.STREAM -> stream(asset, made);
                case Action.Treasury.GRANT -> grant(asset, made);
                default ->
                    new Terms.Bounty(
                            said.text("from"),
                            asset,
                            asset.minor(said.text("amount")).orElseThrow(),
                            made.plus(duration(said, "expires")),
                            TermsJson.panel(said.value("judges")),
                            memo());
            };
        }

        private Terms.Stream stream(Asset asset, Instant made) {
            var rate = said.has("rate")
                    ? Optional.of(Fields.exactly(said.value("rate"), Set.of("amount", "per")))
                    : Optional.<Fields>empty();
            return new Terms.Stream(
                    said.text("from"),
                    said.text("to"),
                    asset,
                    asset.minor(said.text("amount")).orElseThrow(),
                    starts(made),
                    said.has("cliff") ? duration(said, "cliff") : Duration.ZERO,
                    rate.map(each -> duration(each, "per")).orElseGet(() -> duration(said, "lasts")),
                    memo(),
                    rate.map(each -> asset.minor(each.text("amount")).orElseThrow()),
                    Optional.empty());
        }

        /** Whether nothing is put anywhere, because it is paid as it is due. */
        public boolean isAsDue() {
            return said.has(Funding.NAME) && said.text(Funding.NAME).equals(Funding.AS_DUE.word());
        }

        /** The terms of what is paid as it is due, under the proposal that decided it. */
        public Terms asDue(Asset asset, Instant made, Hash proposal) {
            return type.equals(Action.Treasury.GRANT)
                    ? grant(asset, made).asDue(proposal)
                    : stream(asset, made).asDue(proposal);
        }

        private Instant starts(Instant made) {
            if (!said.has("starts")) return made;
            return said.text("starts").startsWith("P") ? made.plus(duration(said, "starts")) : said.time("starts");
        }

        private Terms.Grant grant(Asset asset, Instant made) {
            var tranches = new ArrayList<Tranche>();
            for (var item : said.array("tranches").items()) {
                var part = tranche(item);
                tranches.add(new Tranche(
                        asset.minor(part.text("amount")).orElseThrow(),
                        part.text("title"),
                        part.has("validFrom") ? made.plus(duration(part, "validFrom")) : made,
                        part.has("expires") ? Optional.of(made.plus(duration(part, "expires"))) : Optional.empty()));
            }
            return new Terms.Grant(
                    said.text("from"),
                    said.text("to"),
                    asset,
                    tranches,
                    said.has("attesters") ? Optional.of(TermsJson.panel(said.value("attesters"))) : Optional.empty(),
                    memo());
        }
    }

    /** Reads an action of this kind; one that was never accepted throws {@link IllegalArgumentException} or worse. */
    static Decided read(String type, Json.Obj action) {
        return switch (type) {
            case Action.Treasury.STREAM -> {
                var said = fields(
                        action,
                        Set.of("cliff", Funding.NAME, "lasts", "memo", "rate", "starts"),
                        "from",
                        "to",
                        "asset",
                        "amount");
                if (said.has("starts") && !said.text("starts").startsWith("P")) Times.parse(said.text("starts"));
                yield new Make(said, type);
            }
            case Action.Treasury.GRANT ->
                new Make(
                        fields(action, Set.of("attesters", Funding.NAME, "memo"), "from", "to", "asset", "tranches"),
                        type);
            case Action.Treasury.BOUNTY ->
                new Make(fields(action, Set.of("memo"), "from", "asset", "amount", "expires", "judges"), type);
            case Action.Treasury.PAUSE -> change(action, new Request.Pause());
            case Action.Treasury.RESUME -> change(action, new Request.Resume());
            case Action.Treasury.CANCEL -> change(action, new Request.Cancel());
            case Action.Treasury.TRANCHE -> {
                var said = fields(action, Set.of(), "escrow", "number");
                yield new Change(said.hash("escrow"), new Request.Release(said.count("number")));
            }
            case Action.Treasury.AWARD -> {
                var said = fields(action, Set.of(), "escrow", "to");
                yield new Change(said.hash("escrow"), new Request.Award(said.text("to"), false));
            }
            case Action.Treasury.EXTEND -> {
                var said = fields(action, Set.of(), "escrow", "by");
                yield new Change(said.hash("escrow"), new Request.Extend(duration(said, "by")));
            }
            default -> throw new IllegalArgumentException("nothing about an escrow: " + type);
        };
    }

    private static Change change(Json.Obj action, Request request) {
        return new Change(fields(action, Set.of(), "escrow").hash("escrow"), request);
    }

    private static Fields tranche(Json json) {
        return Fields.of(json, Set.of("amount", "title"), Set.of("expires", "validFrom"));
    }

    private static Fields fields(Json.Obj action, Set<String> optional, String... required) {
        var needed = new HashSet<>(Set.of(required));
        needed.add("type");
        var others = new HashSet<>(optional);
        others.add("option");
        return Fields.of(action, needed, others);
    }

    private static Duration duration(Fields said, String name) {
        return Durations.read(said.text(name))
                .orElseThrow(() -> new IllegalArgumentException("not a duration: " + said.text(name)));
    }
}
