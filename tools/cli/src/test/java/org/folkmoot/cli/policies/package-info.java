// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.policies;

import org.jspecify.annotations.NullMarked;
