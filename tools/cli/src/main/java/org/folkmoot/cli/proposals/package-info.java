// SPDX-License-Identifier: Apache-2.0
/** Submitting, cancelling, retrying and looking at proposals. */
@NullMarked
package org.folkmoot.cli.proposals;

import org.jspecify.annotations.NullMarked;
