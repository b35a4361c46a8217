// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Which policy judges a proposal, or why none does. */
public sealed interface Route {
    /** The policy that judges: the strictest of those that the parts of the proposal belong to. */
    record Judged(Policy policy) implements Route {}

    /** No policy judges the proposal, so it cannot be made. */
    record NoPolicy(String reason) implements Route {}
}
