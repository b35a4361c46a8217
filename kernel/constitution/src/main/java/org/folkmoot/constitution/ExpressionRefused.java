// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;

/** Says that an expression cannot be compiled, or costs too much, with every reason. */
final class ExpressionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> reasons;

    ExpressionRefused(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
