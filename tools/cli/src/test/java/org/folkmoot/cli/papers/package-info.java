// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.papers;

import org.jspecify.annotations.NullMarked;
