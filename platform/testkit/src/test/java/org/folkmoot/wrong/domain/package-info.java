// SPDX-License-Identifier: Apache-2.0
/** Breaks the house rules on purpose. */
@NullMarked
package org.folkmoot.wrong.domain;

import org.jspecify.annotations.NullMarked;
