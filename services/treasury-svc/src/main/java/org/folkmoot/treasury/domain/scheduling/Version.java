// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.time.Instant;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.record.Hash;

/** What a constitution says that is in force in the treasury since a moment. */
public record Version(Instant since, Hash constitution, Schedules schedules) {}
