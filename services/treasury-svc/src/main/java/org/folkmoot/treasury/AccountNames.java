// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Account;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.record.Hash;

/** What accounts are called for whoever asks: where only members read the roll, nobody else sees which member one is of. */
@ApplicationScoped
public class AccountNames {
    private static final Pattern OF_A_MEMBER = Pattern.compile(Pattern.quote(Account.MEMBER) + "[0-9a-f]{64}");
    private static final String A_MEMBER = "member";

    private final Reader reader;

    AccountNames(Reader reader) {
        this.reader = reader;
    }

    /** Whether whoever asks sees which member an account is of. */
    public boolean areShown(Hash community) {
        return reader.seesRoll(community);
    }

    /**
     * What becomes of names, and of sentences with names in them.
     *
     * @param all whether everything is shown
     */
    public record Shown(boolean all) implements UnaryOperator<String> {
        @Override
        public String apply(String text) {
            return all ? text : hidden(text);
        }
    }

    /** What whoever asks is shown. */
    public Shown shown(Hash community) {
        return new Shown(areShown(community));
    }

    /** Refuses whoever asks for a member's account by its name and may not read who the members are. */
    public void check(Hash community, String account) {
        if (account.startsWith(Account.MEMBER)) checkMembers(community);
    }

    /** Refuses whoever may not read who the members are. */
    public void checkMembers(Hash community) {
        reader.checkRoll(community);
    }

    static String hidden(String text) {
        return OF_A_MEMBER.matcher(text).replaceAll(A_MEMBER);
    }
}
