// SPDX-License-Identifier: Apache-2.0
/** What the commands about proposals print. */
@NullMarked
package org.folkmoot.cli.proposals;

import org.jspecify.annotations.NullMarked;
