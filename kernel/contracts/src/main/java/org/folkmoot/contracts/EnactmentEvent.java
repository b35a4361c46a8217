// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/**
 * The answer to an {@link EnactmentDueV1}; told by the owner of the action on its own topic.
 *
 * <p>Its key is the community, as for the owner's other facts, so that whoever reads both sees the effect before the
 * answer.
 */
public sealed interface EnactmentEvent extends Event permits ActionEnactedV1, ActionFailedV1 {
    /** The community's hash. */
    String community();

    /** The hash that names the enactment; an owner that is asked twice answers with the same one. */
    String enactment();

    @Override
    default String subject() {
        return community();
    }
}
