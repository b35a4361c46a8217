// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.nio.file.Path;

/** No suite runs on the folder that the command looked at. Ends with exit code 4. */
public final class NothingRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingRuns(Path data) {
        super("Nothing runs on " + data
                + ". Start the suite with ./folkmoot up, or name the folder of a running one with --data.");
    }
}
