// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.folkmoot.contracts.SharesGivenV1;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.Shares;
import org.folkmoot.voting.domain.Terms;

/** Tells the others what a trustee gave, so that the record has everything that is needed to open the ballots again. */
final class SharesEvents {
    private SharesEvents() {}

    static List<SharesGivenV1> of(Terms terms, Shares shares, Instant at) {
        var events = new ArrayList<SharesGivenV1>();
        int all = shares.points().size();
        var base64 = Base64.getEncoder();
        for (int from = 0; from < all; from += SharesGivenV1.MOST) {
            int to = Math.min(all, from + SharesGivenV1.MOST);
            events.add(new SharesGivenV1(
                    terms.community().hex(),
                    terms.poll().hex(),
                    shares.trustee(),
                    from + 1,
                    to,
                    all,
                    base64.encodeToString(Point.join(shares.points().subList(from, to))),
                    base64.encodeToString(shares.proof()),
                    at));
        }
        return events;
    }
}
