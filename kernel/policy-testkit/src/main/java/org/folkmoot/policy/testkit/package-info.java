// SPDX-License-Identifier: Apache-2.0
/** The contract test that every policy inherits, ours and those of third parties. */
@NullMarked
package org.folkmoot.policy.testkit;

import org.jspecify.annotations.NullMarked;
