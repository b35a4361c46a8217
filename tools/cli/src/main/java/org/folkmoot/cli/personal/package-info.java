// SPDX-License-Identifier: Apache-2.0
/** What a member tells about oneself, and takes back. */
@NullMarked
package org.folkmoot.cli.personal;

import org.jspecify.annotations.NullMarked;
