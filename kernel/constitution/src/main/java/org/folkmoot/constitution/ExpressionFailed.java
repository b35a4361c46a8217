// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Says that an expression has no answer for what it was asked; whoever asked must refuse, and never guess. */
public final class ExpressionFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one with the expression and what went wrong. */
    public ExpressionFailed(String source, String reason) {
        super("The expression '" + source + "' has no answer, " + reason);
    }
}
