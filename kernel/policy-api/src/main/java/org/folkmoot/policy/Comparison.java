// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a rule compares, for checks that look ahead: a sum of counts with a share of a whole, or with a number. A share of
 * nothing is never reached.
 *
 * @param count what is added up
 * @param of what makes the whole; empty if the threshold is a number
 * @param less what is taken off the whole again
 * @param pad what is added to the whole at a low turnout
 * @param threshold the share or the number that is asked for
 * @param strict whether it must be exceeded
 * @param round how the boundary is moved to a whole number before anything is compared
 */
public record Comparison(
        List<String> count,
        List<String> of,
        List<String> less,
        Optional<Padding> pad,
        Threshold threshold,
        boolean strict,
        Optional<Rounding> round) {
    /** How a boundary between two whole numbers is moved to one of them; one that has to be reached and is more than 0, to 1 at least. */
    public enum Rounding {
        UP,
        DOWN,
        /** To the nearer one, and up from the middle. */
        NEAREST
    }

    /** While {@code with} is less than {@code upTo} of {@code of}, rounded up, what is missing is added to the whole. */
    public record Padding(Threshold upTo, List<String> of, List<String> with) {
        public Padding {
            of = List.copyOf(of);
            with = List.copyOf(with);
        }
    }

    public Comparison {
        count = List.copyOf(count);
        of = List.copyOf(of);
        less = List.copyOf(less);
    }

    /** Whether the threshold is a number of votes, whatever the size of the roll. */
    public boolean absolute() {
        return of.isEmpty();
    }
}
