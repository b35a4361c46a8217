// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what a community has of a kind, a page at a time. */
public abstract class CommunityList implements Runnable {
    private final Function<Suite, URI> service;
    private final String kind;
    private final List<String> fields;

    @Mixin
    private Everywhere everywhere = new Everywhere();

    @Mixin
    private Paging paging = new Paging();

    @Parameters(paramLabel = "COMMUNITY", description = "The community's id.")
    private String community = "";

    /** Which service lists it, under which name, and what of each to show. */
    protected CommunityList(Function<Suite, URI> service, String kind, String... fields) {
        this.service = service;
        this.kind = kind;
        this.fields = List.of(fields);
    }

    @Override
    public final void run() {
        try (var api = new Api()) {
            var path = "/v1/communities/" + Everywhere.hash(community).hex() + "/" + kind + paging.query();
            everywhere.printPage(api.get(service.apply(everywhere.suite()), path), fields.toArray(String[]::new));
        }
    }
}
