// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

/** What the command line's exit codes mean. */
public final class ExitCodes {
    /** It was done. */
    public static final int OK = 0;

    /** It failed, and the message says why. */
    public static final int FAILED = 1;

    /** The words were wrong. */
    public static final int USAGE = 2;

    /** It asks for something that is not supported; the script ends so, too, when there is no JDK to run on. */
    public static final int NOT_SUPPORTED = 3;

    /** A service or a rule said no, or the suite is not ready. */
    public static final int REFUSED = 4;

    private ExitCodes() {}
}
