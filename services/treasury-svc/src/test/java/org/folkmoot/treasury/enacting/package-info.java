// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.enacting;

import org.jspecify.annotations.NullMarked;
