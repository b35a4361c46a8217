// SPDX-License-Identifier: Apache-2.0
/** Adding and looking at members. */
@NullMarked
package org.folkmoot.cli.members;

import org.jspecify.annotations.NullMarked;
