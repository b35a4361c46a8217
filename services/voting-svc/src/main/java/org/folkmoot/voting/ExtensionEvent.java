// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.Terms;

/** Tells the others that a poll closes at another moment than was known so far. */
final class ExtensionEvent {
    private ExtensionEvent() {}

    static PollExtendedV1 of(Terms terms, Progress next, Followed followed) {
        return new PollExtendedV1(
                terms.community().hex(),
                terms.proposal().hex(),
                terms.poll().hex(),
                next.closesAt(),
                followed.latest().words(),
                followed.latest().at());
    }
}
