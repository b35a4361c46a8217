// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.time.Instant;

/** What a payer heard of a payment. */
sealed interface Heard {
    /** It is made. */
    record Posted(String transfer, Instant at) implements Heard {}

    /** The ledger refused it, for good. */
    record Refused(String transfer, String reason) implements Heard {}

    /** Nobody knows: the connection broke, or the service says that it cannot answer now. To be asked again. */
    record Nothing(String why) implements Heard {}

    /** What nobody should hear, whatever dies. */
    record Surprise(String what) implements Heard {}
}
