// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** What a poll decides. */
public enum Outcome {
    PASSED,
    REJECTED
}
