// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.domain.scheduling;

import org.jspecify.annotations.NullMarked;
