// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

/** Members vote, or have voted and the decision is on its way. Only the decision ends this. */
public record Voting(Terms terms) implements Polled {}
