// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Transfer;

/** Reads the one kind of action that the treasury owns. */
final class TransferAction {
    private static final Json TYPE = new Json.Str("treasury.transfer");
    private static final Set<String> REQUIRED = Set.of("type", "from", "to", "asset", "amount");
    private static final Set<String> OPTIONAL = Set.of("memo", "option");

    private TransferAction() {}

    /** The transfer that is due; nothing if another service owns the action. Its id is the enactment's. */
    static Optional<Transfer> due(EnactmentDueV1 due) {
        return StrictJson.parse(due.action().getBytes(UTF_8)) instanceof Json.Obj action
                        && action.get("type").filter(TYPE::equals).isPresent()
                ? Optional.of(transfer(due, Fields.of(action, REQUIRED, OPTIONAL)))
                : Optional.empty();
    }

    private static Transfer transfer(EnactmentDueV1 due, Fields action) {
        return new Transfer(
                Hash.parse(due.enactment()),
                Transfer.Code.DECIDED,
                action.text("from"),
                action.text("to"),
                action.text("asset"),
                action.text("amount"),
                Hash.parse(due.proposal()),
                action.has("memo") ? action.text("memo") : "");
    }
}
