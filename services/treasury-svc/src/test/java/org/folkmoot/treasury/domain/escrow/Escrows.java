// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/** Things that are kept for somebody, and what was moved out of them. */
final class Escrows {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Asset SKR = new Asset("SKR", 2, Optional.empty());
    static final Hash ID = Hash.of("an order".getBytes(UTF_8));
    static final String BEA = "member/" + "be".repeat(32);

    private Escrows() {}

    /** A stream that starts at noon. */
    static Escrow stream(long amount, Duration cliff, Duration lasts) {
        return stream(amount, NOON, cliff, lasts);
    }

    static Escrow stream(long amount, Instant starts, Duration cliff, Duration lasts) {
        return made(
                new Terms.Stream("treasury", BEA, SKR, BigInteger.valueOf(amount), starts, cliff, lasts, "Lighthouse"));
    }

    /** A stream of so much in each so long, from noon on. */
    static Escrow rate(long amount, long each, Duration per) {
        return rate(amount, each, NOON, Duration.ZERO, per);
    }

    static Escrow rate(long amount, long each, Instant starts, Duration cliff, Duration per) {
        return made(new Terms.Stream(
                "treasury",
                BEA,
                SKR,
                BigInteger.valueOf(amount),
                starts,
                cliff,
                per,
                "Lighthouse",
                Optional.of(BigInteger.valueOf(each)),
                Optional.empty()));
    }

    static Escrow grant(Tranche... tranches) {
        return made(new Terms.Grant("treasury", BEA, SKR, List.of(tranches), Optional.empty(), "Boathouse"));
    }

    /** A tranche that may be released so many seconds after noon. */
    static Tranche tranche(long amount, long from, long expires) {
        return new Tranche(BigInteger.valueOf(amount), "Roof", after(from), Optional.of(after(expires)));
    }

    static Escrow bounty(long amount, long seconds) {
        return made(new Terms.Bounty(
                "treasury", SKR, BigInteger.valueOf(amount), after(seconds), new Panel("judge", 2), "A ladder"));
    }

    private static Escrow made(Terms terms) {
        return Escrow.made(ID, terms, NOON);
    }

    static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static Streaming streaming(Escrow escrow) {
        return new Streaming(escrow, (Terms.Stream) escrow.terms());
    }

    /** How it stands afterwards. */
    static Escrow taken(Step step) {
        return switch (step) {
            case Step.Taken taken -> taken.next();
            case Step.Refused(var why) -> throw new AssertionError(why.detail());
        };
    }

    /** What was moved, or the reason why nothing was. */
    static String said(Step step) {
        return switch (step) {
            case Step.Taken taken ->
                taken.payouts().stream()
                        .map(payout -> payout.code().word() + " " + payout.amount())
                        .collect(Collectors.joining(", "))
                        .transform(moved -> moved.isEmpty() ? "still" : moved);
            case Step.Refused(var why) -> why.reason();
        };
    }
}
