// SPDX-License-Identifier: Apache-2.0
/** How facts leave a service (outbox, relay) and enter it (intake, inbox): at least once on the wire, once in effect. */
@NullMarked
package org.folkmoot.platform.events;

import org.jspecify.annotations.NullMarked;
