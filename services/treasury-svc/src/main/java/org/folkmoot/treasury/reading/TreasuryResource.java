// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone sees the money. Nothing is written here: only decisions move money. */
@Path("/v1/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class TreasuryResource {
    private final ReadLedger readLedger;

    TreasuryResource(ReadLedger readLedger) {
        this.readLedger = readLedger;
    }

    @GET
    @Path("/assets")
    @Operation(operationId = "listAssets", summary = "The assets of a community, by code")
    public Page<AssetView> assets(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readLedger.assets(community, paging);
    }

    @GET
    @Path("/accounts")
    @Operation(operationId = "listAccounts", summary = "The accounts of a community, by name and asset")
    public Page<AccountView> accounts(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readLedger.accounts(community, paging);
    }

    @GET
    @Path("/accounts/{account: .+}")
    @Operation(operationId = "showAccount", summary = "All that an account holds")
    public HoldingsView account(
            @PathParam("community") Hash community,
            @Parameter(example = "treasury") @PathParam("account") String account) {
        return readLedger.account(community, account);
    }

    @GET
    @Path("/transfers")
    @Operation(operationId = "listTransfers", summary = "The journal of posted transfers, the latest first")
    public Page<TransferView> transfers(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readLedger.transfers(community, paging);
    }

    @GET
    @Path("/transfers/{transfer}")
    @Operation(operationId = "showTransfer", summary = "A transfer, posted or refused, with the reason")
    public TransferView transfer(@PathParam("community") Hash community, @PathParam("transfer") Hash transfer) {
        return readLedger.transfer(community, transfer);
    }

    @GET
    @Path("/holds")
    @Operation(
            operationId = "listHolds",
            summary = "What is set aside now, by when it is free again",
            description = "With the name by which each is settled or released.")
    public Page<HoldView> holds(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readLedger.holds(community, paging);
    }
}
