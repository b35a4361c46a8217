// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SigningKey;

/** What a new key signs before it is a member's. */
final class Consents {
    private Consents() {}

    /** The envelope of the new key's consent, as the body of an act has it. */
    static Object plain(SigningKey key, Hash community, Hash member, long notAfter) {
        var consent =
                new Act(member, Json.object(Map.of()), community, key.publicKey(), notAfter, 0, member, "key.accept/1");
        return Documents.plain(Documents.json(new String(Acts.sign(key, consent).json(), UTF_8)));
    }
}
