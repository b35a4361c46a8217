// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/** What is kept for whom, and when it is theirs; it never changes. */
public sealed interface Terms {
    /** The account that it came from, and goes back to. */
    String from();

    /** The account that it is for, if that is known. */
    Optional<String> beneficiary();

    /** What it is of. */
    Asset asset();

    /** All of it, in minor units. */
    BigInteger amount();

    /** What it is for. */
    String memo();

    /** The word for its kind. */
    String kind();

    /**
     * The proposal under which the account that it comes from pays it as it is due; if there is none, all of it is set aside
     * already.
     */
    Optional<Hash> asDue();

    /**
     * It becomes somebody's little by little.
     *
     * @param cliff how long nothing is due at first
     * @param lasts how long it takes until all is due, or until so much more is due as the rate says
     * @param rate how much is due in each time that it lasts, until all is due; all of it in one if nothing is said
     */
    record Stream(
            String from,
            String to,
            Asset asset,
            BigInteger amount,
            Instant starts,
            Duration cliff,
            Duration lasts,
            String memo,
            Optional<BigInteger> rate,
            Optional<Hash> asDue)
            implements Terms {
        /** The word for its kind. */
        public static final String KIND = "stream";

        public Stream {
            if (amount.signum() <= 0) throw new IllegalArgumentException("a stream of " + amount);
            if (!lasts.isPositive() || cliff.isNegative() || rate.isEmpty() && cliff.compareTo(lasts) > 0)
                throw new IllegalArgumentException("no time for a stream: " + cliff + " of " + lasts);
            if (rate.filter(each -> each.signum() <= 0).isPresent())
                throw new IllegalArgumentException("no rate for a stream: " + rate);
        }

        /** All of it becomes somebody's in the time that it lasts. */
        public Stream(
                String from,
                String to,
                Asset asset,
                BigInteger amount,
                Instant starts,
                Duration cliff,
                Duration lasts,
                String memo) {
            this(from, to, asset, amount, starts, cliff, lasts, memo, Optional.empty(), Optional.empty());
        }

        /** The same, paid as it is due. */
        public Stream asDue(Hash proposal) {
            return new Stream(from, to, asset, amount, starts, cliff, lasts, memo, rate, Optional.of(proposal));
        }

        /** How much is due in each time that it lasts. */
        public BigInteger each() {
            return rate.orElse(amount);
        }

        @Override
        public Optional<String> beneficiary() {
            return Optional.of(to);
        }

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** It becomes somebody's part by part, when what each is for is done. */
    record Grant(
            String from,
            String to,
            Asset asset,
            List<Tranche> tranches,
            Optional<Panel> attesters,
            String memo,
            Optional<Hash> asDue)
            implements Terms {
        /** The word for its kind. */
        public static final String KIND = "grant";

        /** All of it is set aside. */
        public Grant(
                String from, String to, Asset asset, List<Tranche> tranches, Optional<Panel> attesters, String memo) {
            this(from, to, asset, tranches, attesters, memo, Optional.empty());
        }

        /** The same, where a tranche is paid when it was released and is taken. */
        public Grant asDue(Hash proposal) {
            return new Grant(from, to, asset, tranches, attesters, memo, Optional.of(proposal));
        }

        public Grant {
            if (tranches.isEmpty()) throw new IllegalArgumentException("a grant of nothing");
            tranches = List.copyOf(tranches);
        }

        @Override
        public Optional<String> beneficiary() {
            return Optional.of(to);
        }

        @Override
        public BigInteger amount() {
            return tranches.stream().map(Tranche::amount).reduce(BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public String kind() {
            return KIND;
        }
    }

    /**
     * It is for whoever does something.
     *
     * @param expires until when it is kept, if that is never extended
     */
    record Bounty(String from, Asset asset, BigInteger amount, Instant expires, Panel judges, String memo)
            implements Terms {
        /** The word for its kind. */
        public static final String KIND = "bounty";

        public Bounty {
            if (amount.signum() <= 0) throw new IllegalArgumentException("a bounty of " + amount);
        }

        @Override
        public Optional<Hash> asDue() {
            return Optional.empty();
        }

        @Override
        public Optional<String> beneficiary() {
            return Optional.empty();
        }

        @Override
        public String kind() {
            return KIND;
        }
    }
}
