// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.domain.escrow;

import org.jspecify.annotations.NullMarked;
