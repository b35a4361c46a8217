// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;

/** Another process holds the data folder: the suite runs already, or is just being started. */
public final class AlreadyRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRuns(Path data) {
        super("Folkmoot already runs on " + data + ".");
    }
}
