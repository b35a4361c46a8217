// SPDX-License-Identifier: Apache-2.0
/** The one command as a person types it. */
@NullMarked
package org.folkmoot.e2e.commands;

import org.jspecify.annotations.NullMarked;
