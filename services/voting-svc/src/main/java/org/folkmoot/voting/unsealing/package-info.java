// SPDX-License-Identifier: Apache-2.0
/** Takes the shares with which trustees open sealed ballots, and shows how far that has come. */
@NullMarked
package org.folkmoot.voting.unsealing;

import org.jspecify.annotations.NullMarked;
