// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.net.URI;

/** A service did not answer at all. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(URI uri, Throwable cause) {
        super(
                "No answer from " + uri.getScheme() + "://" + uri.getAuthority()
                        + ". Is it running? Start it with ./folkmoot up, or name its folder with --data.",
                cause);
    }
}
