// SPDX-License-Identifier: Apache-2.0
/** What the author of a policy sees: the facts of a poll go in, a decision comes out. */
@NullMarked
package org.folkmoot.policy;

import org.jspecify.annotations.NullMarked;
