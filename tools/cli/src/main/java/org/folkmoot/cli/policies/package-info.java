// SPDX-License-Identifier: Apache-2.0
/** What a constitution can ask for: the built-in policies and those of third parties. */
@NullMarked
package org.folkmoot.cli.policies;

import org.jspecify.annotations.NullMarked;
