// SPDX-License-Identifier: Apache-2.0
/**
 * Tells systems outside what happens in the treasury, as Standard Webhooks says: signed, at least once, in order for each
 * endpoint, and again and again until it is taken or the endpoint is given up.
 */
@NullMarked
package org.folkmoot.treasury.webhooks;

import org.jspecify.annotations.NullMarked;
