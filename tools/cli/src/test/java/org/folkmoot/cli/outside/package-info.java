// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.cli.outside;

import org.jspecify.annotations.NullMarked;
