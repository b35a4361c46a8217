// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.util.List;
import org.folkmoot.constitution.Asset;

/** How another program wants the books: something before, something for each movement, something at the end. */
interface Form {
    /** The media type. */
    String type();

    /** What comes first. */
    String begin(List<Asset> assets);

    /** One movement. */
    String line(Posting posting);

    /** What comes last: what every account holds, for the other program to check. */
    String end(List<Holding> holdings, String firstDay, String dayAfter);
}
