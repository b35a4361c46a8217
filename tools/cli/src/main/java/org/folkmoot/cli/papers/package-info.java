// SPDX-License-Identifier: Apache-2.0
/** Ballots that were cast on paper. */
@NullMarked
package org.folkmoot.cli.papers;

import org.jspecify.annotations.NullMarked;
