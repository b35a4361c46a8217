// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.wrong.first;

/** A row that everybody sees. */
public final class BallotRow {}
