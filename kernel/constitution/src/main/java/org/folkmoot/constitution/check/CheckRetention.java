// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

import org.folkmoot.constitution.Complaints;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Pointer;
import org.folkmoot.constitution.Policy;

/** Looks at what must be left before anything is enacted: that it is a share, of shares with which members leave. */
final class CheckRetention {
    private final Constitution constitution;
    private final Complaints complaints;

    CheckRetention(Scene scene) {
        this.constitution = scene.constitution();
        this.complaints = scene.complaints();
    }

    void policy(Policy policy, String path) {
        var at = Pointer.child(path, "retention");
        policy.retention().ifPresent(share -> {
            CheckShares.atMostOne(share, at, complaints);
            if (constitution.treasury().spending().exit().isEmpty())
                complaints.error(
                        "retention-without-exit",
                        at,
                        "Nobody leaves with a share here: 'treasury' has no 'exit', whose shares would be counted.");
        });
    }
}
