// SPDX-License-Identifier: Apache-2.0
/**
 * Orders payments to the outside that a proposal decided, as a bank or a Safe reads them, and ends each of them once: people
 * pay, and other people say that it was paid. This service holds no key of anybody's account.
 */
@NullMarked
package org.folkmoot.treasury.payout;

import org.jspecify.annotations.NullMarked;
