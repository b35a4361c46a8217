// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.trustees;

import org.jspecify.annotations.NullMarked;
