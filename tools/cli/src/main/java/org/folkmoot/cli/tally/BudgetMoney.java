// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A budget and what projects cost, in the smallest unit that any of the amounts needs: 10^−decimals. */
record BudgetMoney(BigInteger budget, List<String> costs, int decimals) {
    BudgetMoney {
        costs = List.copyOf(costs);
    }

    static BudgetMoney of(TallyCase counted, TallyCheck check) {
        var costs = check.parameters().need("costs");
        var amounts = new ArrayList<BigDecimal>();
        amounts.add(amount(check.parameters().need("budget"), "budget"));
        counted.candidates().forEach(name -> amounts.add(amount(costs.path(name), "cost of " + name)));
        var decimals = amounts.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var units = amounts.stream()
                .map(amount -> amount.movePointRight(decimals).toBigIntegerExact())
                .toList();
        return new BudgetMoney(
                units.getFirst(),
                units.stream().skip(1).map(BigInteger::toString).toList(),
                decimals);
    }

    /** So much of the currency, in these units. */
    long units(long whole) {
        return BigInteger.valueOf(whole).multiply(BigInteger.TEN.pow(decimals)).longValueExact();
    }

    private static BigDecimal amount(JsonNode said, String what) {
        if (!said.isNumber() && !said.asText("").matches("[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            throw new NotSupported("There is no amount for the " + what + ".");
        }
        var amount = (said.isNumber() ? said.decimalValue() : new BigDecimal(said.asText())).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
