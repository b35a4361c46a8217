// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.proposals;

import org.jspecify.annotations.NullMarked;
