// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.deciding;

import org.jspecify.annotations.NullMarked;
