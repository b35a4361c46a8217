// SPDX-License-Identifier: Apache-2.0
/** What trustees do: make a key together, and open sealed ballots together. */
@NullMarked
package org.folkmoot.cli.trustees;

import org.jspecify.annotations.NullMarked;
