// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

/** Tells that the moment has changed at which an open poll has to be looked at. Observed after the commit. */
public record PollMoved() {}
