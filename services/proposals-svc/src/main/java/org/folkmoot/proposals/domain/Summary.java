// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a list says about a proposal, as it stands at an instant.
 *
 * @param number its place among all proposals, in the order in which they were drafted
 */
public record Summary(
        String proposal,
        long number,
        String community,
        String author,
        String state,
        String title,
        Instant draftedAt,
        Optional<String> policy,
        Optional<String> poll,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> eta) {}
