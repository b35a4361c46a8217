// SPDX-License-Identifier: Apache-2.0
/** The keys of members over their lives: more of them, and an end for those that are lost or stolen. */
@NullMarked
package org.folkmoot.identity.keys;

import org.jspecify.annotations.NullMarked;
