// SPDX-License-Identifier: Apache-2.0
/** Checking a constitution without any service. */
@NullMarked
package org.folkmoot.cli.constitution;

import org.jspecify.annotations.NullMarked;
