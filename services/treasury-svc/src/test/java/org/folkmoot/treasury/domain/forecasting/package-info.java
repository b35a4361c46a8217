// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.treasury.domain.forecasting;

import org.jspecify.annotations.NullMarked;
