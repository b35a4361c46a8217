// SPDX-License-Identifier: Apache-2.0
/** The command line: starts the suite on one machine, keeps keys, signs acts and checks what services say. */
@NullMarked
package org.folkmoot.cli;

import org.jspecify.annotations.NullMarked;
