// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import org.folkmoot.policy.Result;

/**
 * What a chamber's poll had counted from an instant on.
 *
 * @param at from when on; ballots of one instant are counted together
 * @param chamber the name of the chamber in the stage that is open then
 * @param result everything that was counted so far, not only what is new
 * @param own the same without what ballots carry for others, whose power may still go elsewhere: only this may settle a poll
 */
public record Cast(Instant at, String chamber, Result result, Result own) {
    /** Where nobody delegates, every ballot is its voter's own. */
    public Cast(Instant at, String chamber, Result result) {
        this(at, chamber, result, result);
    }
}
