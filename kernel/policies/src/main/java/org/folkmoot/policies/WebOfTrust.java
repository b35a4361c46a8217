// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.policy.Admission;
import org.folkmoot.policy.AdmissionRule;
import org.folkmoot.policy.Applicant;
import org.folkmoot.policy.Evidence;

/**
 * Admits whom trust reaches that flows from the seeds along vouches.
 *
 * <p>A seed has {@value #SEED} points. Everybody else has, at a depth, the sum over the vouchers of their points at the
 * depth before, divided by how many vouches the voucher has given and rounded down. A crowd behind few vouches shares
 * what these few carry, however many vouches its members give each other; this is the idea of SybilRank, ended early
 * (Cao, Sirivianos, Yang and Pregueiro, NSDI 2012), in whole numbers so that everybody computes the same.
 */
public final class WebOfTrust implements AdmissionRule<WebOfTrust.Settings> {
    /** The points of a seed. */
    public static final long SEED = 1_000_000;

    private static final long DEEPEST = 6;
    private static final int MOST_PEOPLE = 2_000;

    /**
     * Where trust begins and how much is asked for.
     *
     * @param seeds the ids of the members with whom it begins
     * @param threshold how many points an applicant needs, 1 to {@value #SEED} for each seed
     * @param depth the longest way from a seed to the applicant, in vouches
     */
    public record Settings(List<String> seeds, long threshold, long depth) {
        public Settings {
            seeds = List.copyOf(seeds);
            if (seeds.isEmpty()) {
                throw new IllegalArgumentException("seeds names nobody, so trust would begin nowhere");
            }
            if (depth < 1 || depth > DEEPEST) {
                throw new IllegalArgumentException("depth is 1 to " + DEEPEST + ", not " + depth);
            }
            if (threshold < 1 || threshold > SEED * seeds.size()) {
                throw new IllegalArgumentException(
                        "threshold is 1 to " + SEED * seeds.size() + ", what all seeds have, not " + threshold);
            }
        }
    }

    @Override
    public String id() {
        return "web-of-trust";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Admission judge(Applicant applicant, Evidence evidence, Settings settings) {
        var web = new Web(evidence, Set.copyOf(settings.seeds()));
        var points = web.points(applicant.member(), settings.depth());
        if (web.tooLarge()) {
            return Admission.waiting(
                    id(),
                    "More than " + MOST_PEOPLE + " people stand behind the applicant's vouches; fewer are judged.");
        }
        var words = points + " points of trust reach the applicant; asked are " + settings.threshold() + ".";
        return points.compareTo(BigInteger.valueOf(settings.threshold())) >= 0
                ? Admission.admitted(id(), words)
                : Admission.waiting(id(), words);
    }

    private static final class Web {
        private final Evidence evidence;
        private final Set<String> seeds;
        private final Set<String> people = new HashSet<>();
        private final Map<Asked, BigInteger> known = new HashMap<>();

        Web(Evidence evidence, Set<String> seeds) {
            this.evidence = evidence;
            this.seeds = seeds;
        }

        boolean tooLarge() {
            return people.size() > MOST_PEOPLE;
        }

        BigInteger points(String member, long depth) {
            if (seeds.contains(member)) {
                return BigInteger.valueOf(SEED);
            }
            people.add(member);
            if (depth == 0 || tooLarge()) {
                return BigInteger.ZERO;
            }
            var asked = new Asked(member, depth);
            var before = known.get(asked);
            if (before != null) {
                return before;
            }
            var sum = BigInteger.ZERO;
            for (var vouch : evidence.vouches(member)) {
                var given = BigInteger.valueOf(vouch.others().size() + 1L);
                sum = sum.add(points(vouch.voucher(), depth - 1).divide(given));
            }
            known.put(asked, sum);
            return sum;
        }
    }

    private record Asked(String member, long depth) {}
}
