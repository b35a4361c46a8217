// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that an account's name holds, one entry for each asset. */
@Schema(name = "Holdings")
record HoldingsView(@Schema(examples = "treasury") String account, List<AccountView> holdings) {}
