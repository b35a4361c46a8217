// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Deposit.Fate;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * What was put down for a proposal and is kept until it ends. What puts it down has an id that follows from what it is for,
 * so that it happens once however often it is asked for.
 *
 * @param author the account that it came from
 * @param amount in minor units
 */
public record Kept(Hash community, Hash proposal, String author, Asset asset, BigInteger amount) {
    private static final String TREASURY = org.folkmoot.constitution.Account.TREASURY;

    /** The id of what puts a deposit down, which is the deposit's name. */
    public static Hash id(Hash community, Hash proposal) {
        var type = Transfer.Code.DEPOSITED.word() + "/1";
        var parts = Map.of("community", community.hex(), "proposal", proposal.hex(), "type", type);
        return Hash.of(Json.object(parts).canonical());
    }

    /** How a deposit is put down. The amount is as it is written, because the asset may be unknown. */
    public static Transfer down(Hash community, Hash proposal, String author, String asset, String amount) {
        return new Transfer(
                id(community, proposal),
                Transfer.Code.DEPOSITED,
                author,
                Account.depositName(proposal.hex()),
                asset,
                amount,
                proposal,
                "Deposit");
    }

    /** How it is given away: a part by its fate, and what is left goes back. Together they are always all of it. */
    public List<Part> released(Fate fate, BigInteger part, String reason) {
        if (part.signum() < 0 || part.compareTo(amount) > 0)
            throw new IllegalArgumentException("no part of " + amount + ": " + part);
        return switch (fate) {
            case REFUND -> List.of(refund(amount, reason));
            case BURN -> both(Transfer.Code.BURNED, Account.issuanceName(asset.code()), part, reason);
            case TREASURY -> both(Transfer.Code.FORFEITED, TREASURY, part, reason);
        };
    }

    private Part refund(BigInteger back, String reason) {
        return move(Transfer.Code.REFUNDED, author, back, reason);
    }

    private List<Part> both(Transfer.Code code, String to, BigInteger lost, String reason) {
        var rest = amount.subtract(lost);
        return Stream.of(move(code, to, lost, reason), refund(rest, reason))
                .filter(part -> !part.amount().equals(asset.decimal(BigInteger.ZERO)))
                .toList();
    }

    private Part move(Transfer.Code code, String to, BigInteger moved, String reason) {
        return new Part(community, proposal, code, to, asset.code(), asset.decimal(moved), "Deposit: " + reason, 0);
    }
}
