// SPDX-License-Identifier: Apache-2.0
/** New keys for members who lost theirs, by guardians whom they had named. */
@NullMarked
package org.folkmoot.identity.recovering;

import org.jspecify.annotations.NullMarked;
