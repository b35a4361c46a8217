// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.BudgetLines.BudgetLine;

/** What the page of a community's ledger shows, in one piece. */
@Schema(name = "LedgerPage")
record LedgerPageView(
        List<SpreadView> assets,

        @Schema(description = "The newest transfers, the latest first")
        List<TransferView> transfers,

        @Schema(description = "The newest blocks of the journal, the latest first")
        List<BlockView> blocks,

        @Schema(description = "Budgets against what became of them in their last period")
        List<BudgetView> budgets,

        @Schema(description = "What open proposals have set aside, the latest first")
        List<CommittedView> commitments,

        @Schema(description = "What is kept for somebody and not gone yet, by kind, state and asset")
        List<KeptView> escrows) {
    /** An asset and who has it. */
    @Schema(name = "AssetSpread", description = "issued = own + kept + members")
    record SpreadView(
            @Schema(examples = "SKR") String asset,
            @Schema(examples = "2") int scale,

            @Schema(description = "All that was issued and not taken back", examples = "1200.00")
            String issued,

            @Schema(description = "The most that may be", examples = "1500.00")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<String> cap,

            @Schema(description = "What accounts of the community's own hold", examples = "1000.00")
            String own,

            @Schema(description = "What is in escrow, payments to the outside included", examples = "60.00")
            String kept,

            @Schema(
                    description =
                            "What members hold, with what they put down for proposals; below zero if they owe more",
                    examples = "140.00")
            String members) {
        static SpreadView of(LedgerRows.Spread spread) {
            var asset = spread.asset();
            return new SpreadView(
                    asset.code(),
                    asset.scale(),
                    asset.decimal(spread.issued()),
                    asset.cap().map(asset::decimal),
                    asset.decimal(spread.own()),
                    asset.decimal(spread.kept()),
                    asset.decimal(spread.members()));
        }
    }

    /** A block of the journal. */
    @Schema(name = "BlockSummary")
    record BlockView(
            long number,

            @Schema(description = "The root of the Merkle tree of its lines")
            Hash root,

            @Schema(description = "What binds it to everything before it")
            Hash head,

            int lines,
            Instant at) {
        static BlockView of(LedgerRows.Block block) {
            return new BlockView(block.number(), block.root(), block.head(), block.lines(), block.at());
        }
    }

    /** A budget against what became of it. */
    @Schema(name = "BudgetSummary", description = "carried + allotted + received = spent + committed + left")
    record BudgetView(
            @Schema(examples = "events") String envelope,
            @Schema(examples = "SKR") String asset,
            @Schema(examples = "2026-12-01") LocalDate period,
            String carried,
            String allotted,
            String received,
            String spent,
            String committed,
            String left) {
        static BudgetView of(BudgetLine line, Asset asset) {
            var figures = line.figures();
            return new BudgetView(
                    line.envelope(),
                    asset.code(),
                    line.period(),
                    asset.decimal(figures.carried()),
                    asset.decimal(figures.allotted()),
                    asset.decimal(figures.received()),
                    asset.decimal(figures.spent()),
                    asset.decimal(figures.committed()),
                    asset.decimal(figures.left()));
        }
    }

    /** What a proposal has set aside. */
    @Schema(name = "CommittedFunds")
    record CommittedView(
            Hash proposal,
            @Schema(examples = "treasury") String from,
            @Schema(examples = "harbour") String to,
            @Schema(examples = "SKR") String asset,
            @Schema(examples = "20.00") String amount) {
        static CommittedView of(LedgerRows.Committed row, Asset asset, UnaryOperator<String> shown) {
            return new CommittedView(
                    row.proposal(), row.from(), shown.apply(row.to()), asset.code(), asset.decimal(row.amount()));
        }
    }

    /** What is kept for somebody, in one state. */
    @Schema(name = "KeptFunds")
    record KeptView(
            @Schema(enumeration = {"stream", "grant", "bounty"})
            String kind,

            @Schema(enumeration = {"open", "paused", "cancelled", "expired"})
            String state,

            @Schema(examples = "SKR") String asset,
            long count,
            @Schema(examples = "60.00") String left) {
        static KeptView of(LedgerRows.Kept kept, Asset asset) {
            return new KeptView(kept.kind(), kept.state(), kept.asset(), kept.count(), asset.decimal(kept.left()));
        }
    }
}
