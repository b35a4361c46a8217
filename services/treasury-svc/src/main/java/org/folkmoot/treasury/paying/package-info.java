// SPDX-License-Identifier: Apache-2.0
/**
 * Lets members pay out of their own accounts, one payment at a time or a thousand. What waits is committed together, so
 * that many payments cost little more than one, and an account that everybody uses is written once for all of them.
 */
@NullMarked
package org.folkmoot.treasury.paying;

import org.jspecify.annotations.NullMarked;
