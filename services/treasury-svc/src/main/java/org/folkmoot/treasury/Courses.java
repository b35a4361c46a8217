// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.time.Instant;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.forecasting.Course;

/** Knows what a community's calendar will do if nothing else happens. */
public interface Courses {
    /** The course of an asset from a moment on, within the transaction that is under way. */
    Course begin(Hash community, Asset asset, Instant now);
}
