// SPDX-License-Identifier: Apache-2.0
/** Rows of values with a separator between them, as spreadsheets write them. */
@NullMarked
package org.folkmoot.cli.csv;

import org.jspecify.annotations.NullMarked;
