// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.Trustees;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.sealing.GroupKey;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;

/**
 * A poll as its id says: the definition of which it is the hash, and the constitution of which the definition has the hash.
 * What services say about it is not believed, because a ballot that should be sealed cannot be taken back.
 */
public record DefinedPoll(PollDefinition definition, Constitution constitution) {
    /** Reads both and compares their hashes. */
    public static DefinedPoll read(Api api, Suite suite, Hash poll) {
        var shown = api.get(suite.voting(), "/v1/polls/" + poll.hex());
        return of(api, suite, poll, shown);
    }

    /** Reads the rest of a poll of which the service has told. */
    public static DefinedPoll of(Api api, Suite suite, Hash poll, JsonNode shown) {
        var definition = PollDefinition.read(
                Json.of(Documents.plain(shown.path("definition"))).canonical());
        if (!definition.id().equals(poll)) throw new Usage("The service shows another poll than " + poll + ".");
        var path = "/v1/communities/" + definition.community() + "/constitution?hash=" + definition.constitution();
        var constitution = Constitution.read(bytes(api, suite, path));
        if (!constitution.hash().equals(definition.constitution()))
            throw new Usage("The service shows another constitution than " + definition.constitution() + ".");
        return new DefinedPoll(definition, constitution);
    }

    private static byte[] bytes(Api api, Suite suite, String path) {
        try (var body = api.download(suite.identity(), path)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that its ballots are sealed to; nothing if they are public. */
    public Optional<GroupKey> seal() {
        return chamber()
                .filter(Chamber::sealed)
                .map(_ -> constitution
                        .trustees()
                        .flatMap(Trustees::key)
                        .orElseThrow(() ->
                                new Usage("The ballots of this poll are sealed, and nobody has a key to open them.")));
    }

    private Optional<Chamber> chamber() {
        return constitution.policy(definition.policy()).flatMap(policy -> {
            var stage = definition.stage().flatMap(policy::stage).orElse(policy.first());
            return definition.chamber().flatMap(stage::chamber).or(() -> Optional.of(stage.main()));
        });
    }

    /** How many bytes every sealed choice of this poll takes. */
    public int room() {
        return Trustees.room(definition.question());
    }

    /** A choice as it is cast: sealed by the member, or as it is. */
    public Object cast(Object choice, Hash member, RandomGenerator random) {
        return seal().<Object>map(key -> {
                    var label = new Label(definition.id(), member);
                    var sealed = SealedBallot.seal(
                            key, label, room(), Json.of(choice).canonical(), random);
                    return Map.of("sealed", Base64.getEncoder().encodeToString(sealed.bytes()));
                })
                .orElse(choice);
    }
}
