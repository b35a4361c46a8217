// SPDX-License-Identifier: Apache-2.0
/** Looking at accounts and transfers. */
@NullMarked
package org.folkmoot.cli.accounts;

import org.jspecify.annotations.NullMarked;
