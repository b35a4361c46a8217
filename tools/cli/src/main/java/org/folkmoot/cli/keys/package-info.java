// SPDX-License-Identifier: Apache-2.0
/** Keys on this machine: made, listed and read by name. */
@NullMarked
package org.folkmoot.cli.keys;

import org.jspecify.annotations.NullMarked;
