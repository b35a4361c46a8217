// SPDX-License-Identifier: Apache-2.0
/** What money is worth when processes die. */
@NullMarked
package org.folkmoot.e2e.money;

import org.jspecify.annotations.NullMarked;
