// SPDX-License-Identifier: Apache-2.0
/** Applications for membership: asking, speaking for and against, and being admitted as soon as the rules say so. */
@NullMarked
package org.folkmoot.identity.joining;

import org.jspecify.annotations.NullMarked;
