// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

/** How a process is asked to stop. */
public enum Signal {
    /** The usual request. */
    TERM,
    /** What PostgreSQL calls a fast shutdown: it ends its sessions instead of waiting for them. */
    INT
}
