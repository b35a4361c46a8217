// SPDX-License-Identifier: Apache-2.0
/** What tokens of sessions are good for, and when. */
@NullMarked
package org.folkmoot.platform.sessions;

import org.jspecify.annotations.NullMarked;
