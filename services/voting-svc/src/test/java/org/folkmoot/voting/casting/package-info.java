// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.folkmoot.voting.casting;

import org.jspecify.annotations.NullMarked;
