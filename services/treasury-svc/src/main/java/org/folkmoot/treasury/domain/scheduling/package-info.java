// SPDX-License-Identifier: Apache-2.0
/** Says what happens to money by the calendar: when, how much, and under which name, so that it happens once. */
@NullMarked
package org.folkmoot.treasury.domain.scheduling;

import org.jspecify.annotations.NullMarked;
