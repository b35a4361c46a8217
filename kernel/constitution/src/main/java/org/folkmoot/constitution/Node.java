// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;

/** A piece of a document as it was written, with the place where it stands. */
sealed interface Node {
    Spot spot();

    /** A text, a whole number or a truth: {@code value} is a {@code String}, {@code Long} or {@code Boolean}. */
    record Scalar(Object value, Spot spot) implements Node {}

    /** Something that a document must not contain, such as a null; {@code id} and {@code reason} become a complaint. */
    record Refused(String id, String reason, Spot spot) implements Node {}

    record Sequence(List<Node> items, Spot spot) implements Node {}

    /** Its members stand in the order of the text and may repeat a name; the document complains of that. */
    record Mapping(List<Member> members, Spot spot) implements Node {}

    record Member(String name, Spot spot, Node value) {}
}
