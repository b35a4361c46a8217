// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.backends;

import org.jspecify.annotations.NullMarked;
