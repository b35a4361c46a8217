// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.scheduling.Kind;

/**
 * What the calendar does to some accounts in one part of the time ahead: what comes into them from others, what leaves them for
 * others, and what of the whole asset is issued and taken out of the world meanwhile.
 *
 * @param in by kind; what is none is left out
 * @param out by kind; what is none is left out
 * @param owed what members owe them at its end
 * @param holds what they hold at its end
 */
public record Foreseen(
        Instant from,
        Instant to,
        Map<String, BigInteger> in,
        Map<String, BigInteger> out,
        BigInteger issued,
        BigInteger retired,
        BigInteger owed,
        BigInteger holds) {
    /** Part after part; nothing if that is more than anybody adds up. */
    public static Optional<List<Foreseen>> of(Course course, Horizon horizon, Set<String> own) {
        var parts = new ArrayList<Foreseen>();
        var from = horizon.begins();
        for (var to : horizon.ends()) {
            var flows = new Flows(own, course.issuance());
            if (!course.until(to, flows)) return Optional.empty();
            parts.add(new Foreseen(
                    from, to, flows.in, flows.out, flows.issued, flows.retired, course.owed(own), course.held(own)));
            from = to;
        }
        return Optional.of(parts);
    }

    private static final class Flows implements Course.Told {
        private final Set<String> own;
        private final String issuance;
        private final Map<String, BigInteger> in = new TreeMap<>();
        private final Map<String, BigInteger> out = new TreeMap<>();
        private BigInteger issued = BigInteger.ZERO;
        private BigInteger retired = BigInteger.ZERO;

        Flows(Set<String> own, String issuance) {
            this.own = own;
            this.issuance = issuance;
        }

        @Override
        public void moved(Kind kind, Line line) {
            var leaves = own.contains(line.debit());
            var comes = own.contains(line.credit());
            if (comes && !leaves) in.merge(kind.word(), line.amount(), BigInteger::add);
            if (leaves && !comes) out.merge(kind.word(), line.amount(), BigInteger::add);
            if (line.debit().equals(issuance)) issued = issued.add(line.amount());
            if (line.credit().equals(issuance)) retired = retired.add(line.amount());
        }
    }
}
