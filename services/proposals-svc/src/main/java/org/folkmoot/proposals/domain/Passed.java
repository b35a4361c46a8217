// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

/** Won the vote and not all enacted yet. */
public sealed interface Passed extends State permits Timelocked, Enacting, Failed {

    Mandate mandate();
}
