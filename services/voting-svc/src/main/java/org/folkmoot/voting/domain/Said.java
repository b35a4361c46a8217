// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

/**
 * What a member said about who votes for them, as it came.
 *
 * @param ends whether it only ends what the member had said before in the same scope
 */
public record Said(Made made, boolean ends) {}
