// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

/** What made a proposal change its state. */
public sealed interface Cause {

    /** A member's signed act. */
    record Act(String act) implements Cause {}

    /** Another service's event, by its type and what it is about: a poll or an enactment. */
    record Told(String type, String about) implements Cause {}

    /** A deadline. */
    record Time() implements Cause {}
}
