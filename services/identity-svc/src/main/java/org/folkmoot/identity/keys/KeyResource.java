// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.acts.KeptAct;
import org.folkmoot.platform.membership.KeyStore;
import org.folkmoot.platform.membership.KnownKey;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members add and revoke keys, and where it is read which keys a member had when. */
@Path("/v1/communities/{community}/members/{member}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
@RunOnVirtualThread
class KeyResource {
    private final ActDesk desk;
    private final ChangeKeys changeKeys;
    private final KeyActs keyActs;
    private final CompromisedKeys compromised;
    private final MembershipStore membership;
    private final KeyStore keys;
    private final Reader reader;

    KeyResource(
            ActDesk desk,
            ChangeKeys changeKeys,
            KeyActs keyActs,
            CompromisedKeys compromised,
            MembershipStore membership,
            KeyStore keys,
            Reader reader) {
        this.reader = reader;
        this.compromised = compromised;
        this.keyActs = keyActs;
        this.desk = desk;
        this.changeKeys = changeKeys;
        this.membership = membership;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "addKey",
            summary = "Add a key",
            description =
                    "Takes the signed act key.add/1 of the member, about the member, whose body has the consent: the"
                            + " envelope of the act key.accept/1 with an empty body, signed by the new key in the member's name.")
    @RequestBody(ref = ApiDescription.ACT)
    public KeysView add(@PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(ChangeKeys.ADD, community, member));
        checkOwn(opened.act().actor(), member);
        return view(community, member, changeKeys.add(opened));
    }

    @POST
    @Path("/revocations")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description =
                    "Takes the signed act key.revoke/1 of the member, about the member, whose body has the key. What"
                            + " the key signed before stands. The last key cannot be revoked.")
    @RequestBody(ref = ApiDescription.ACT)
    public KeysView revoke(@PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(ChangeKeys.REVOKE, community, member));
        checkOwn(opened.act().actor(), member);
        return view(community, member, changeKeys.revoke(opened));
    }

    @POST
    @Path("/compromises")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "compromiseKey",
            summary = "Say that somebody else has had a key",
            description =
                    "Takes the signed act key.compromise/1 of the member, about the member, whose body has the key and the"
                            + " time since when. The key signs no more. What it signed since then stays, and is disputed.")
    @RequestBody(ref = ApiDescription.ACT)
    public KeysView compromise(
            @PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(ChangeKeys.COMPROMISE, community, member));
        checkOwn(opened.act().actor(), member);
        return view(community, member, changeKeys.compromise(opened));
    }

    @GET
    @Operation(operationId = "keys", summary = "Every key that a member has or had, in the order in which they came")
    public KeysView show(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        reader.checkKeys(community);
        var known = membership
                .member(community, member)
                .orElseThrow(() -> new Refused(new Refusal.MemberUnknown(community, member)));
        return view(community, member, keys.keys(community, known));
    }

    @GET
    @Path("/acts")
    @Operation(
            operationId = "keyActs",
            summary = "The acts by which a member's keys changed, in the order in which they were accepted",
            description =
                    "With them anyone can tell which keys signed for the member when: the member's id follows from"
                            + " the first key, and every later one was added by a key that was valid then, or by guardians.")
    public KeyActsView acts(
            @PathParam("community") Hash community, @PathParam("member") Hash member, @BeanParam @Valid Paging paging) {
        reader.checkKeys(community);
        var rows = keyActs.of(community, member, paging.afterHash(), paging.rows());
        var page = Page.of(rows, paging.limit(), act -> act.act().hex(), Function.identity());
        return new KeyActsView(member, page.items(), page.next());
    }

    private static void checkOwn(Hash actor, Hash member) {
        if (!actor.equals(member)) throw new Refused(new Refusal.NotOneself(actor, member));
    }

    /** What changed a member's keys, page by page. */
    @Schema(name = "KeyActs")
    public record KeyActsView(
            Hash member,
            List<KeptAct> acts,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> next) {}

    private KeysView view(Hash community, Hash member, List<KnownKey> held) {
        return new KeysView(member, held, compromised.of(community, member));
    }

    /** A member's keys, and those of which the member said that somebody else had them. */
    @Schema(name = "Keys")
    public record KeysView(Hash member, List<KnownKey> keys, List<CompromisedKeys.Mark> compromised) {}
}
