// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.PersonalData;
import org.folkmoot.identity.domain.Personal;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.StrictJson;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where a member puts, reads, exports and erases one's own personal data. */
@Path("/v1/communities/{community}/members/{member}/personal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
@RunOnVirtualThread
class PersonalResource {
    private final ActDesk desk;
    private final ManagePersonalData managePersonalData;
    private final PersonalData personalData;
    private final Reader reader;

    PersonalResource(ActDesk desk, ManagePersonalData managePersonalData, PersonalData personalData, Reader reader) {
        this.desk = desk;
        this.managePersonalData = managePersonalData;
        this.personalData = personalData;
        this.reader = reader;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "putPersonal",
            summary = "Put one's personal data in the place of what was there",
            description =
                    "Takes canonical JSON: the envelope of the act personal.put/1 of the member, about the member, whose"
                            + " body has the commitment; the data, an object of texts; and the salt, the base64 of 32 random"
                            + " bytes. The commitment is SHA-256 of the salt and the canonical JSON of the data. The act is"
                            + " kept for ever, the data until it is erased or the membership ends.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonalRequest.class),
                            examples = @ExampleObject(name = "personal", value = Examples.PERSONAL)))
    public DoneView put(@PathParam("community") Hash community, @PathParam("member") Hash member, byte[] request) {
        var json = StrictJson.parse(request);
        var personal = Personal.read(json);
        var envelope = Fields.of(json, Set.of("act"), Set.of("data", "salt")).object("act");
        var opened = open(envelope.canonical(), ManagePersonalData.PUT, community, member);
        return new DoneView(member, managePersonalData.put(opened, personal).at());
    }

    @GET
    @Operation(
            operationId = "personal",
            summary = "One's own personal data",
            description = "Takes a session of the member with the scope personal.")
    public PersonalView show(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        reader.checkOneself(community, member, Scope.PERSONAL);
        return personalData
                .find(community, member)
                .map(PersonalView::of)
                .orElseThrow(() -> new Refused(new Refusal.NoPersonalData(member)));
    }

    @POST
    @Path("/exports")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "exportPersonal",
            summary = "Everything that is held about a member",
            description =
                    "Takes the signed act personal.export/1 of the member, about the member, with an empty body. The"
                            + " answer has the personal data and what each table holds, the newest 10,000 rows of each.")
    @RequestBody(ref = ApiDescription.ACT)
    public Holdings.Held export(
            @PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        return managePersonalData.export(open(envelope, ManagePersonalData.EXPORT, community, member));
    }

    @POST
    @Path("/erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "erasePersonal",
            summary = "Erase one's personal data",
            description =
                    "Takes the signed act personal.erase/1 of the member, about the member, with an empty body. The key"
                            + " that opens the data is destroyed. Acts, which carry no personal data, stay.")
    @RequestBody(ref = ApiDescription.ACT)
    public DoneView erase(@PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = open(envelope, ManagePersonalData.ERASE, community, member);
        return new DoneView(member, managePersonalData.erase(opened).at());
    }

    private SignedAct open(byte[] envelope, String type, Hash community, Hash member) {
        var opened = desk.open(envelope, new Expected(type, community, member));
        if (!opened.act().actor().equals(member))
            throw new Refused(new Refusal.NotOneself(opened.act().actor(), member));
        return opened;
    }

    /** The form of what is put; its bytes are read by the kernel, so this only describes them. */
    @Schema(name = "PersonalRequest")
    public record PersonalRequest(Examples.Act act, Object data, String salt) {}

    /** When it was done. */
    @Schema(name = "PersonalDone")
    public record DoneView(Hash member, Instant at) {}

    /** What a member told, with what shows others that it is what the act committed to. */
    @Schema(name = "Personal")
    public record PersonalView(
            Hash commitment,

            @Schema(implementation = Object.class) @JsonRawValue
            String data,

            byte[] salt) {
        static PersonalView of(Personal personal) {
            return new PersonalView(
                    personal.commitment(), new String(personal.data(), StandardCharsets.UTF_8), personal.salt());
        }
    }
}
