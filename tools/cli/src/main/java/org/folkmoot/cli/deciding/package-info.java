// SPDX-License-Identifier: Apache-2.0
/** Deciding, explaining and foretelling polls from files, without any service. */
@NullMarked
package org.folkmoot.cli.deciding;

import org.jspecify.annotations.NullMarked;
