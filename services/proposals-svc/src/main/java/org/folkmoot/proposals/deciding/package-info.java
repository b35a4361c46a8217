// SPDX-License-Identifier: Apache-2.0
/** Takes note of what the voting service tells about a proposal's poll: that it stands, that it can not be, how it was decided. */
@NullMarked
package org.folkmoot.proposals.deciding;

import org.jspecify.annotations.NullMarked;
