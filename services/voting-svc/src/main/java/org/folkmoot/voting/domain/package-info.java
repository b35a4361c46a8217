// SPDX-License-Identifier: Apache-2.0
/** What a poll is, which moves it has, and which ballots it takes: rules only, no I/O and no clock. */
@NullMarked
package org.folkmoot.voting.domain;

import org.jspecify.annotations.NullMarked;
