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
 * What was put down for a proposal and is kept until it ends. Every movement has an id that follows from what it is for,
 * so that it happens once however often it is asked for.
 *
 * @param author the account that it came from
 * @param amount in minor units
 */
public record Kept(Hash community, Hash proposal, String author, Asset asset, BigInteger amount) {
    private static final String TREASURY = org.folkmoot.constitution.Account.TREASURY;

    /** The id of what puts a deposit down, which is the deposit's name. */
    public static Hash id(Hash community, Hash proposal) {
        return id(community, proposal, Transfer.Code.DEPOSITED);
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
    public List<Transfer> released(Fate fate, BigInteger part, String reason) {
        if (part.signum() < 0 || part.compareTo(amount) > 0)
            throw new IllegalArgumentException("no part of " + amount + ": " + part);
        return switch (fate) {
            case REFUND -> List.of(refund(amount, reason));
            case BURN -> both(Transfer.Code.BURNED, Account.issuanceName(asset.code()), part, reason);
            case TREASURY -> both(Transfer.Code.FORFEITED, TREASURY, part, reason);
        };
    }

    /** Gives so much back. */
    public Transfer refund(BigInteger back, String reason) {
        return move(Transfer.Code.REFUNDED, author, back, reason);
    }

    private List<Transfer> both(Transfer.Code code, String to, BigInteger part, String reason) {
        var rest = amount.subtract(part);
        return Stream.of(move(code, to, part, reason), refund(rest, reason))
                .filter(transfer -> !transfer.amount().equals(asset.decimal(BigInteger.ZERO)))
                .toList();
    }

    private Transfer move(Transfer.Code code, String to, BigInteger moved, String reason) {
        return new Transfer(
                id(community, proposal, code),
                code,
                Account.depositName(proposal.hex()),
                to,
                asset.code(),
                asset.decimal(moved),
                proposal,
                "Deposit: " + reason);
    }

    private static Hash id(Hash community, Hash proposal, Transfer.Code code) {
        var parts = Map.of("community", community.hex(), "proposal", proposal.hex(), "type", code.word() + "/1");
        return Hash.of(Json.object(parts).canonical());
    }
}
