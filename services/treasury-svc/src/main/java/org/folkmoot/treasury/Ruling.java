// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.List;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.treasury.domain.Answer;

/** What became of what a member signed: an answer to each order, or why it was not looked at. */
public sealed interface Ruling {
    /** The answers are in the order of the orders. */
    record Ruled(List<Answer> answers) implements Ruling {}

    /** Nothing was written. */
    record NotTaken(ActRefusal why) implements Ruling {}
}
