// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.appealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.identity.Expulsions;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Act;
import org.folkmoot.record.Fields;
import org.folkmoot.record.SignedAct;

/**
 * Takes the appeal of somebody who was expelled. It is decided as everything else is: by a proposal with the action
 * member.reinstate, which the constitution may give to another body than the one that expelled.
 */
@ApplicationScoped
class AppealExpulsion {
    static final String ACT = "member.appeal/1";

    private static final Set<String> BODY = Set.of("grounds");
    private static final int MOST = 2_000;

    private final ActDesk desk;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Constitutions constitutions;
    private final Expulsions expulsions;

    AppealExpulsion(
            ActDesk desk,
            MembershipStore membership,
            KeyStore keys,
            Constitutions constitutions,
            Expulsions expulsions) {
        this.desk = desk;
        this.membership = membership;
        this.keys = keys;
        this.constitutions = constitutions;
        this.expulsions = expulsions;
    }

    @Transactional
    Appeal handle(SignedAct opened) {
        var act = opened.act();
        var grounds = grounds(act);
        var community = membership
                .lock(act.community())
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(act.community())));
        checkKey(act);
        var at = desk.record(opened);
        var window = constitutions
                .inForce(community)
                .membership()
                .appeal()
                .orElseThrow(() -> new Refused(new Refusal.AppealsNotProvided(act.community())));
        var expulsion = open(community, act, window, at);
        expulsions.appeal(act.community(), act.actor(), expulsion, at, grounds, opened.id());
        return new Appeal(act.actor(), expulsion.at(), at, grounds);
    }

    private Expulsions.Expulsion open(KnownCommunity community, Act act, Duration window, Instant at) {
        var expulsion = membership.member(community.community(), act.actor()).isPresent()
                ? Optional.<Expulsions.Expulsion>empty()
                : expulsions
                        .last(community.community(), act.actor())
                        .filter(found -> endedTheLast(community, act, found));
        var last = expulsion.orElseThrow(() -> new Refused(new Refusal.NotExpelled(act.actor())));
        last.appealedAt().ifPresent(before -> {
            throw new Refused(new Refusal.AlreadyAppealed(before));
        });
        var until = last.at().plus(window);
        if (!at.isBefore(until)) throw new Refused(new Refusal.AppealTooLate(until));
        return last;
    }

    /** Who came back otherwise and left is out for another reason. */
    private boolean endedTheLast(KnownCommunity community, Act act, Expulsions.Expulsion expulsion) {
        return membership
                .last(community.community(), act.actor())
                .filter(member -> !member.since().isAfter(expulsion.at()))
                .isPresent();
    }

    /** The key must be one with which the member signed until the expulsion. */
    private void checkKey(Act act) {
        var member = membership
                .last(act.community(), act.actor())
                .orElseThrow(() -> new ActRefused(new ActRefusal.NotAMember(act.community(), act.actor())));
        if (!keys.isValid(act.community(), member, act.key()))
            throw new ActRefused(
                    new ActRefusal.KeyNotValid(act.actor(), act.key().did()));
    }

    private static String grounds(Act act) {
        var grounds = Fields.exactly(act.body(), BODY).text("grounds");
        if (grounds.isBlank() || grounds.length() > MOST)
            throw new Refused(new Refusal.WordsInvalid("grounds", "They are a text of 1 to " + MOST + " characters."));
        return grounds;
    }
}
