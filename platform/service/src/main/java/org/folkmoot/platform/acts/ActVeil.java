// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import org.folkmoot.record.Hash;

/** Says of some kind of acts who may read them. Acts of which none says anything are everybody's. */
public interface ActVeil {
    /** Whether whoever sent the request may not read this act; it is then as if it was not there. */
    boolean hides(Hash act);
}
