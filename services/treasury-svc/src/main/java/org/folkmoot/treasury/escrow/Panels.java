// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Account;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Panel;
import org.folkmoot.treasury.domain.escrow.Terms;

/** Who decides about escrows by signing, and whether enough of them did. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Panels {
    private final RoleStore roles;
    private final SayingStore sayings;

    Panels(RoleStore roles, SayingStore sayings) {
        this.roles = roles;
        this.sayings = sayings;
    }

    boolean includes(Hash community, Panel panel, Hash member, Instant now) {
        return roles.held(community, member, now).stream()
                .anyMatch(held -> held.role().equals(panel.role()));
    }

    /** Whether an account is that of somebody who decides about a bounty, or did. */
    boolean isJudge(Hash community, Escrow escrow, String to, Instant now) {
        return member(to)
                .filter(member -> escrow.terms() instanceof Terms.Bounty bounty
                        && (includes(community, bounty.judges(), member, now)
                                || sayings.has(community, escrow.id(), SayingStore.AWARD, member)))
                .isPresent();
    }

    /** Whether enough who hold the role at this moment have said this. */
    boolean isEnough(Hash community, Panel panel, SayingStore.Saying saying) {
        return sayings.count(community, saying, panel.role()) >= panel.atLeast();
    }

    /** Whose own account it is, if it is a member's. */
    static Optional<Hash> member(String account) {
        if (!account.startsWith(Account.MEMBER)) return Optional.empty();
        try {
            return Optional.of(Hash.parse(account.substring(Account.MEMBER.length())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
