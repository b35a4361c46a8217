// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.voting;

import org.jspecify.annotations.NullMarked;
