// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.opening;

import org.jspecify.annotations.NullMarked;
