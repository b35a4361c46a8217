// SPDX-License-Identifier: Apache-2.0
/** Opens sessions for members who prove a key, and publishes the keys by which other services check the tokens. */
@NullMarked
package org.folkmoot.identity.sessions;

import org.jspecify.annotations.NullMarked;
