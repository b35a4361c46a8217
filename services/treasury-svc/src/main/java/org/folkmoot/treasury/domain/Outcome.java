// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;

/** What became of a transfer. */
public sealed interface Outcome {
    /** It was posted: how much in minor units, and both accounts as they are afterwards. */
    record Posted(BigInteger amount, Account debit, Account credit) implements Outcome {}

    /** Nothing moved. */
    record Refused(Refusal refusal) implements Outcome {}
}
