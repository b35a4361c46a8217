// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/**
 * What a forecast is about.
 *
 * @param account one account of the community's own; all of them together if there is none
 */
public record Asked(Hash community, Asset asset, Optional<String> account) {}
