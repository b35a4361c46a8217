// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.identity.PersonalData;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * Everything that identity-svc holds about a member, table by table. Each question takes the community, the member and
 * {@link #MOST}, and gives one JSON text.
 */
@ApplicationScoped
class Holdings {
    /** The most rows of a table that an export has, the newest first. */
    static final int MOST = 10_000;

    private static final Map<String, String> TABLES = tables();

    private final PersonalData personalData;
    private final Sql sql;

    Holdings(PersonalData personalData, AgroalDataSource database) {
        this.personalData = personalData;
        this.sql = new Sql(database);
    }

    Held about(Hash community, Hash member, Instant at) {
        var found = new LinkedHashMap<String, Rows>();
        TABLES.forEach((name, question) -> found.put(
                name,
                sql.first(
                                "select coalesce(json_agg(held), '[]')::text from (" + question + ") held",
                                row -> new Rows(row.getString(1)),
                                community.bytes(),
                                member.bytes(),
                                MOST)
                        .orElseThrow()));
        return new Held(
                community,
                member,
                at,
                personalData.find(community, member).map(PersonalResource.PersonalView::of),
                found);
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("memberships", """
                select encode(key, 'hex') as key, since, valid_from, valid_to from known_member
                where community = ? and member = ? order by valid_from desc limit ?""");
        tables.put("keys", """
                select encode(key, 'hex') as key, valid_from, valid_to from known_key
                where community = ? and member = ? order by valid_from desc limit ?""");
        tables.put("compromisedKeys", """
                select encode(key, 'hex') as key, since, marked_at, encode(act, 'hex') as act from compromised_key
                where community = ? and member = ? order by marked_at desc limit ?""");
        tables.put("ends", """
                select ends_at from membership_end where community = ? and member = ? limit ?""");
        tables.put("roles", """
                select role, valid_from, valid_to, until from known_role
                where community = ? and member = ? order by valid_from desc limit ?""");
        tables.put("applications", """
                select encode(key, 'hex') as key, encode(act, 'hex') as act, applied_at, state, decided_at, words
                from application where community = ? and applicant = ? limit ?""");
        tables.put("vouchesReceived", """
                select encode(voucher, 'hex') as voucher, given_at, encode(act, 'hex') as act
                from vouch where community = ? and member = ? order by given_at desc limit ?""");
        tables.put("vouchesGiven", """
                select encode(member, 'hex') as member, given_at, encode(act, 'hex') as act
                from vouch where community = ? and voucher = ? order by given_at desc limit ?""");
        tables.put("attestations", """
                select encode(attester, 'hex') as attester, claim, given_at, encode(act, 'hex') as act
                from attestation where community = ? and applicant = ? order by given_at desc limit ?""");
        tables.put("objectionsReceived", """
                select encode(member, 'hex') as member, reason, given_at
                from objection where community = ? and applicant = ? order by given_at desc limit ?""");
        tables.put("objectionsMade", """
                select encode(applicant, 'hex') as applicant, reason, given_at
                from objection where community = ? and member = ? order by given_at desc limit ?""");
        tables.put("expulsions", """
                select expelled_at, appealed_at, grounds, overturned_at from expulsion
                where community = ? and member = ? order by expelled_at desc limit ?""");
        tables.put("elections", """
                select elected_at, encode(enactment, 'hex') as enactment from election
                where community = ? and applicant = ? limit ?""");
        tables.put("logins", """
                select encode(login, 'hex') as login, linked_at from member_login
                where community = ? and member = ? limit ?""");
        tables.put("nullifiers", """
                select encode(nullifier, 'hex') as nullifier from nullifier
                where community = ? and member = ? limit ?""");
        tables.put("balances", """
                select asset, balance from member_balance where community = ? and member = ? limit ?""");
        tables.put("recognitions", """
                select encode(other, 'hex') as community, encode(signer, 'hex') as signer, since, stated_at
                from recognition where community = ? and applicant = ? limit ?""");
        tables.put("credentialsPresented", """
                select encode(presentation, 'hex') as presentation, encode(act, 'hex') as act
                from presented_credential where community = ? and applicant = ? limit ?""");
        tables.put("guardianships", """
                select array(select encode(one, 'hex') from unnest(guardians) as one) as guardians, threshold,
                    delay_seconds, effective_at, encode(act, 'hex') as act
                from guardianship where community = ? and member = ? order by effective_at desc limit ?""");
        tables.put("recoveries", """
                select encode(recovery, 'hex') as recovery, encode(started_by, 'hex') as started_by, started_at, state
                from recovery where community = ? and member = ? order by started_at desc limit ?""");
        tables.put("guardianOf", """
                select encode(member, 'hex') as member, effective_at, encode(act, 'hex') as act from guardianship
                where community = ? and ? = any(guardians) order by effective_at desc limit ?""");
        tables.put("recoveriesStarted", """
                select encode(recovery, 'hex') as recovery, encode(member, 'hex') as member, started_at, state
                from recovery where community = ? and started_by = ? order by started_at desc limit ?""");
        tables.put("recoveriesApproved", """
                select encode(recovery, 'hex') as recovery, encode(member, 'hex') as member, approval.approved_at,
                    encode(act, 'hex') as act
                from recovery_approval approval join recovery using (recovery)
                where community = ? and guardian = ? order by approval.approved_at desc limit ?""");
        tables.put("personalLog", """
                select done, at, cause from personal_log
                where community = ? and member = ? order by id desc limit ?""");
        tables.put("acts", """
                select encode(act, 'hex') as act, type, accepted_at, encode(payload, 'base64') as payload, suite,
                    encode(signature, 'base64') as signature
                from accepted_act where community = ? and actor = ? order by accepted_at desc limit ?""");
        return tables;
    }

    /** Rows of a table, as JSON. */
    record Rows(@JsonValue @JsonRawValue String json) {}

    /** What is held about a member, by the name of what it is. */
    @Schema(name = "Held")
    record Held(
            Hash community,
            Hash member,
            Instant at,
            Optional<PersonalResource.PersonalView> personal,
            @Schema(implementation = Object.class) Map<String, Rows> tables) {}
}
