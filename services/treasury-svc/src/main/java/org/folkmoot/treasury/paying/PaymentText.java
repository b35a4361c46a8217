// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.BalanceAfter;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;

/** What is answered to a payment, as one line of canonical JSON. */
final class PaymentText {
    private PaymentText() {}

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Different(var id, var part) -> json(id, "different", part, Optional.empty());
            case Answer.First(var done, var balances) -> json(done, balances);
            case Answer.Again(var done) -> json(done, List.of());
        };
    }

    private static String json(Done done, List<BalanceAfter> balances) {
        return switch (done.outcome()) {
            case Outcome.Refused(var why) -> json(done.id(), "refused", why.reason(), Optional.of(why.detail()));
            case Outcome.Posted _, Outcome.Turned _ ->
                "{\"at\":\"" + Times.text(done.at()) + "\",\"balances\":{" + json(balances)
                        + "},\"outcome\":\"posted\",\"transfer\":\"" + done.id() + "\"}";
        };
    }

    /** A code is letters and digits, and a decimal is digits with a point: nothing of them has to be escaped. */
    private static String json(List<BalanceAfter> balances) {
        if (balances.size() == 1) return json(balances.getFirst());
        return balances.stream()
                .sorted(Comparator.comparing(balance -> balance.asset().code()))
                .map(PaymentText::json)
                .collect(Collectors.joining(","));
    }

    private static String json(BalanceAfter balance) {
        return "\"" + balance.asset().code() + "\":\"" + balance.decimal() + "\"";
    }

    private static String json(Hash id, String outcome, String reason, Optional<String> detail) {
        var json = new HashMap<String, Object>();
        detail.ifPresent(words -> json.put("detail", words));
        json.put("outcome", outcome);
        json.put("reason", reason);
        json.put("transfer", id.hex());
        return Json.object(json).canonicalText();
    }
}
