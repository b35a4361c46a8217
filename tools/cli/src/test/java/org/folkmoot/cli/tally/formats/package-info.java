// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.tally.formats;

import org.jspecify.annotations.NullMarked;
