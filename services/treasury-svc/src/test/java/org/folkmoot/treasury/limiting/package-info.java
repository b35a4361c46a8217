// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.limiting;

import org.jspecify.annotations.NullMarked;
