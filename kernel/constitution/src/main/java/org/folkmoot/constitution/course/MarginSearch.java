// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.folkmoot.policy.Facts;

/**
 * Looks for the smallest changes that turn the decision of a stage.
 *
 * <p>The outcome follows from which rules are met, and may turn there and back as a count grows. So the search goes from one
 * change of a rule's verdict to the next until the outcome has turned.
 */
final class MarginSearch {
    private final StageJudge stage;
    private final Map<String, Facts> facts;
    private final boolean yes;

    MarginSearch(StageJudge stage, Map<String, Facts> facts) {
        this.stage = stage;
        this.facts = facts;
        this.yes = stage.saysYes(facts);
    }

    /** The smallest change up and the smallest change down of each count, where there is one. */
    List<Margin.Turn> turns() {
        var turns = new ArrayList<Margin.Turn>();
        for (var judge : stage.chambers()) {
            for (var count : found(judge).counts().keySet()) {
                up(judge, count).ifPresent(turns::add);
                down(judge, count).ifPresent(turns::add);
            }
        }
        return turns;
    }

    private Optional<Margin.Turn> up(ChamberJudge judge, String count) {
        var from = value(judge, count);
        var most = found(judge).rollPower().max(from).subtract(from);
        return new Axis(judge, count, from, 1, most).first();
    }

    private Optional<Margin.Turn> down(ChamberJudge judge, String count) {
        var from = value(judge, count);
        return new Axis(judge, count, from, -1, from).first();
    }

    private BigInteger value(ChamberJudge judge, String count) {
        return found(judge).counts().getOrDefault(count, BigInteger.ZERO);
    }

    private Facts found(ChamberJudge judge) {
        return StageJudge.of(judge, facts);
    }

    /** One count that goes one way, up to a most. */
    private final class Axis {
        private final ChamberJudge judge;
        private final String count;
        private final BigInteger from;
        private final BigInteger step;
        private final BigInteger most;

        Axis(ChamberJudge judge, String count, BigInteger from, int step, BigInteger most) {
            this.judge = judge;
            this.count = count;
            this.from = from;
            this.step = BigInteger.valueOf(step);
            this.most = most;
        }

        Optional<Margin.Turn> first() {
            var at = BigInteger.ZERO;
            var here = met(at);
            for (var next : probes()) {
                var there = met(next);
                while (!here.equals(there)) {
                    at = change(at, here, next);
                    here = met(at);
                    if (stage.saysYes(with(at)) != yes) {
                        return Optional.of(new Margin.Turn(judge.chamber().name(), count, from, moved(at)));
                    }
                }
                at = next;
            }
            return Optional.empty();
        }

        // The amounts to look at: dense where the count is now and at zero, and around all that it may be compared
        // with.
        private SortedSet<BigInteger> probes() {
            var probes = new TreeSet<BigInteger>();
            var around = new ArrayList<>(List.of(BigInteger.ZERO, most));
            var counted = found(judge);
            counted.counts()
                    .values()
                    .forEach(value -> around.add(value.subtract(from).abs()));
            counted.measures()
                    .values()
                    .forEach(value -> around.add(value.subtract(from).abs()));
            around.add(counted.rollPower().subtract(from).abs());
            for (var centre : around) {
                probes.add(centre);
                for (var power = 0; power < most.bitLength(); power++) {
                    probes.add(centre.add(BigInteger.ONE.shiftLeft(power)));
                    probes.add(centre.subtract(BigInteger.ONE.shiftLeft(power)));
                }
            }
            return new TreeSet<>(probes.subSet(BigInteger.ONE, true, most.max(BigInteger.ONE), most.signum() > 0));
        }

        // Halves until it has the first amount at which a rule's verdict is not what it was.
        private BigInteger change(BigInteger at, BitSet here, BigInteger until) {
            var same = at;
            var other = until;
            while (other.subtract(same).compareTo(BigInteger.ONE) > 0) {
                var middle = same.add(other).shiftRight(1);
                if (met(middle).equals(here)) {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            return other;
        }

        private BitSet met(BigInteger amount) {
            return judge.met(changed(amount));
        }

        private Map<String, Facts> with(BigInteger amount) {
            var all = new HashMap<>(facts);
            all.put(judge.chamber().name(), changed(amount));
            return all;
        }

        private Facts changed(BigInteger amount) {
            var counts = new LinkedHashMap<>(found(judge).counts());
            counts.put(count, moved(amount));
            return found(judge).counting(counts);
        }

        private BigInteger moved(BigInteger amount) {
            return from.add(step.multiply(amount));
        }
    }
}
