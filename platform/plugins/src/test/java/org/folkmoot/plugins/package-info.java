// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.plugins;

import org.jspecify.annotations.NullMarked;
