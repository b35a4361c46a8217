// SPDX-License-Identifier: Apache-2.0
/** Tests of the commands about the treasury. */
@NullMarked
package org.folkmoot.cli.treasury;

import org.jspecify.annotations.NullMarked;
