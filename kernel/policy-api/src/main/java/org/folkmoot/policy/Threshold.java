// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.Optional;

/**
 * The share that a rule asks for: always the same, or a curve.
 */
public sealed interface Threshold permits Threshold.Fixed, Curve {
    /** The share that is asked for now; nothing if the facts do not say where on the curve we are. */
    Optional<Fraction> at(Facts facts);

    /** The share at a point of the curve. */
    Fraction at(Fraction x);

    /** The least that it can ever ask for, for checks that look ahead. */
    Fraction least();

    /** The most that it can ever ask for. */
    Fraction most();

    /** Whether it asks for something else as time goes by. */
    boolean moves();

    /** Says what is asked for, as a document does. */
    @Override
    String toString();

    /** The same share at all times. */
    record Fixed(Fraction share) implements Threshold {
        @Override
        public Optional<Fraction> at(Facts facts) {
            return Optional.of(share);
        }

        @Override
        public Fraction at(Fraction x) {
            return share;
        }

        @Override
        public Fraction least() {
            return share;
        }

        @Override
        public Fraction most() {
            return share;
        }

        @Override
        public boolean moves() {
            return false;
        }

        @Override
        public String toString() {
            return share.toString();
        }
    }
}
