// SPDX-License-Identifier: Apache-2.0
/** Lets many members in at once, by one act and a line for each of them: all or none. */
@NullMarked
package org.folkmoot.identity.registering;

import org.jspecify.annotations.NullMarked;
