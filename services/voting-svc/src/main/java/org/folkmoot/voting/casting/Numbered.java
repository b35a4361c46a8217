// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

/** A ballot that was accepted, and its number in its poll. */
record Numbered(Ballot ballot, long number) {}
