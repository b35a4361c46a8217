// SPDX-License-Identifier: Apache-2.0
/** Founding and looking at communities. */
@NullMarked
package org.folkmoot.cli.community;

import org.jspecify.annotations.NullMarked;
