// SPDX-License-Identifier: Apache-2.0
/** Taking, claiming and releasing what a community keeps for somebody, and being paid back. */
@NullMarked
package org.folkmoot.cli.escrows;

import org.jspecify.annotations.NullMarked;
