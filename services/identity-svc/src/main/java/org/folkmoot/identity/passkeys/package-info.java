// SPDX-License-Identifier: Apache-2.0
/** Reads what a browser answers when a passkey is made, and says which key that is. */
@NullMarked
package org.folkmoot.identity.passkeys;

import org.jspecify.annotations.NullMarked;
