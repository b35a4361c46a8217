// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.escrow;

import org.jspecify.annotations.NullMarked;
