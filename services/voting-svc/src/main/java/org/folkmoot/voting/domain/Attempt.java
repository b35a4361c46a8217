// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import org.folkmoot.constitution.Revote;
import org.folkmoot.record.Hash;

/** A checked ballot that asks to be taken in. */
public interface Attempt {
    /** The poll it is cast in. */
    Hash poll();

    /** The poll's community. */
    Hash community();

    /** Who casts it. */
    Hash member();

    /** The member's number for the act: higher than all before. */
    long seq();

    /** The act's id. */
    Hash act();

    /** What was chosen, as canonical JSON. */
    String choice();

    /** Which ballots count in its poll. */
    Revote revote();
}
