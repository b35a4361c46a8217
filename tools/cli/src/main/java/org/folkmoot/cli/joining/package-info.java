// SPDX-License-Identifier: Apache-2.0
/** Becoming a member, speaking for and against applicants, and leaving. */
@NullMarked
package org.folkmoot.cli.joining;

import org.jspecify.annotations.NullMarked;
