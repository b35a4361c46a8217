// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.wrong.second;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.folkmoot.wrong.first.BallotRow;

/** A use case that does everything the house does not want. */
public final class CountBallots {
    @Inject
    Optional<BallotRow> row = Optional.empty();

    void count() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(row);
        Logger.getLogger("count").info("counted");
    }
}
