// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;

/** An asset as anyone sees it. */
@Schema(name = "Asset")
record AssetView(
        @Schema(examples = "SKR") String asset,

        @Schema(description = "How many digits stand behind the point", examples = "2")
        int scale,

        @Schema(
                description = "What it stands for, which says how it may be moved",
                enumeration = {"external", "currency", "mutual-credit", "shares", "control"})
        String kind,

        @Schema(description = "The most of it that may ever be issued", examples = "21000000.00")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> cap,

        @Schema(description = "How far below zero a member's account may go, of mutual credit", examples = "100.00")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> line) {
    static AssetView of(Asset asset) {
        return new AssetView(
                asset.code(),
                asset.scale(),
                asset.kind().word(),
                asset.cap().map(asset::decimal),
                asset.line().map(asset::decimal));
    }
}
