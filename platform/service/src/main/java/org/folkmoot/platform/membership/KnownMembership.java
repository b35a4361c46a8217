// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.ConstitutionAmendedV1;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Keeps a service's own copy of memberships by what identity-svc tells. Bodies and rolls are questions to this copy.
 *
 * <p>A position that comes out of turn is refused and set aside, not skipped: a roll with a hole would be a wrong roll,
 * while one that waits for its position is only late.
 */
@ApplicationScoped
@Priority(1_000) // the highest goes first: a service's own subscriptions may ask this copy
class KnownMembership implements Subscription {
    private final MembershipStore store;
    private final KeyStore keys;
    private final RoleStore roles;
    private final String service;

    KnownMembership(
            MembershipStore store,
            KeyStore keys,
            RoleStore roles,
            @ConfigProperty(name = "folkmoot.service") String service) {
        this.store = store;
        this.keys = keys;
        this.roles = roles;
        this.service = service;
    }

    @Override
    public String name() {
        return "membership";
    }

    @Override
    public Set<String> topics() {
        // The service that decides about members writes the same tables itself, when it decides.
        return service.equals("identity") ? Set.of() : Set.of(Topics.IDENTITY);
    }

    @Override
    public Facts facts() {
        return Facts.on(CommunityFoundedV1.class, this::found)
                .and(MembersAddedV1.class, this::add)
                .and(MemberRemovedV1.class, this::remove)
                .and(ConstitutionAmendedV1.class, this::amend)
                .and(KeysChangedV1.class, this::change)
                .and(RoleGrantedV1.class, this::grant)
                .and(RoleRevokedV1.class, this::revoke);
    }

    private void add(MembersAddedV1 added) {
        store.add(Hash.parse(added.community()), added.position(), added.addedAt(), admissions(added.members()));
    }

    private void remove(MemberRemovedV1 removed) {
        store.remove(Hash.parse(removed.community()), removed.position(), Hash.parse(removed.member()));
    }

    private void amend(ConstitutionAmendedV1 amended) {
        store.amend(
                Hash.parse(amended.community()),
                Hash.parse(amended.previousHash()),
                Hash.parse(amended.constitutionHash()),
                amended.constitution(),
                amended.amendedAt());
    }

    private void change(KeysChangedV1 changed) {
        keys.change(
                Hash.parse(changed.community()),
                changed.position(),
                changed.changedAt(),
                Hash.parse(changed.member()),
                keys(changed.added()),
                keys(changed.revoked()),
                Hash.parse(changed.cause()));
    }

    private void grant(RoleGrantedV1 granted) {
        roles.grant(
                Hash.parse(granted.community()),
                granted.position(),
                granted.grantedAt(),
                Hash.parse(granted.member()),
                granted.role(),
                granted.until());
    }

    private void revoke(RoleRevokedV1 revoked) {
        roles.revoke(Hash.parse(revoked.community()), revoked.position(), Hash.parse(revoked.member()), revoked.role());
    }

    private void found(CommunityFoundedV1 founded) {
        store.found(
                new KnownCommunity(
                        Hash.parse(founded.community()),
                        founded.name(),
                        Hash.parse(founded.constitutionHash()),
                        founded.position(),
                        founded.foundedAt()),
                founded.constitution(),
                admissions(founded.members()));
    }

    private static List<PublicKey> keys(List<String> dids) {
        return dids.stream().map(PublicKey::parse).toList();
    }

    private static List<Admission> admissions(List<MemberEntry> entries) {
        return entries.stream()
                .map(entry -> new Admission(Hash.parse(entry.member()), PublicKey.parse(entry.key())))
                .toList();
    }
}
