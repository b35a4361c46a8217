// SPDX-License-Identifier: Apache-2.0
/** How a refusal looks on the wire: RFC 9457, with one type per rule and never a stack trace. */
@NullMarked
package org.folkmoot.platform.problems;

import org.jspecify.annotations.NullMarked;
