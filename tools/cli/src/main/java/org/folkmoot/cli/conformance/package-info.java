// SPDX-License-Identifier: Apache-2.0
/** Shows how far the constitutions that are named after other systems behave like them. */
@NullMarked
package org.folkmoot.cli.conformance;

import org.jspecify.annotations.NullMarked;
