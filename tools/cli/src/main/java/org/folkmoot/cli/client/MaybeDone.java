// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

/** No answer came, or none that says whether it was done. Ends with exit code 1. */
public final class MaybeDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MaybeDone(String name, RuntimeException cause) {
        super(
                cause.getMessage() + "\nIt may have been done all the same. Ask again with --id " + name
                        + ": then nothing is done twice.",
                cause);
    }
}
