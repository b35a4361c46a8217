// SPDX-License-Identifier: Apache-2.0
/** Commands for the treasury: spending within limits, and leaving with a share. */
@NullMarked
package org.folkmoot.cli.treasury;

import org.jspecify.annotations.NullMarked;
