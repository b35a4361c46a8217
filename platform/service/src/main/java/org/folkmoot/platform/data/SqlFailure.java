// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import java.sql.SQLException;

/** Carries what the database said, unchecked; {@link Setback} tells whether it passes. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes what the database said. */
    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
