// SPDX-License-Identifier: Apache-2.0
/** Lets members spend for the community within the limits of their roles. */
@NullMarked
package org.folkmoot.treasury.spending;

import org.jspecify.annotations.NullMarked;
