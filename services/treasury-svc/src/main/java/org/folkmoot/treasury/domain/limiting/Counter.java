// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import org.folkmoot.constitution.SpendingLimit;

/**
 * What is counted under a limit.
 *
 * @param subject whom it is counted for: who is paid, or who spends; nothing if it is counted for all together
 */
public record Counter(SpendingLimit limit, String subject) {}
