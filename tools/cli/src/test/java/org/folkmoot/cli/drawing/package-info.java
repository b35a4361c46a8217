// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.drawing;

import org.jspecify.annotations.NullMarked;
