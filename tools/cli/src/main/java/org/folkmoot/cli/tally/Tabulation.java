// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

/** Answers the checks of one method, or throws {@link NotSupported}. */
interface Tabulation {
    Answer of(TallyCase counted, TallyCheck check);
}
