// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.testkit;

import org.jspecify.annotations.NullMarked;
