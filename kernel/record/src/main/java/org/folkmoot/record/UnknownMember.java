// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** An object has a member that nobody defined, such as a voting power that the sender gave to himself. */
public final class UnknownMember extends Malformed {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 64;

    private final String member;

    UnknownMember(String member) {
        super(Reason.UNKNOWN_MEMBER, 0, "nobody defined the member \"" + printable(member) + '"');
        this.member = printable(member);
    }

    /** Names the member, shortened and with anything unprintable replaced, because the sender chose it. */
    public String member() {
        return member;
    }

    private static String printable(String name) {
        var text = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> text.appendCodePoint(isPlain(c) ? c : '?'));
        return text.toString();
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || " .,:;/_-+$@#".indexOf(c) >= 0;
    }
}
