// SPDX-License-Identifier: Apache-2.0
/** Does what passed proposals say about members and rules, once, and answers. */
@NullMarked
package org.folkmoot.identity.enacting;

import org.jspecify.annotations.NullMarked;
