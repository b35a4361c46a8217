// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Fails in every way in which a resource can fail. */
@Path("/v1/samples")
@RunOnVirtualThread
class SampleResource {
    private final SampleStore store;

    SampleResource(SampleStore store) {
        this.store = store;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Sample create(@Valid @NotNull SampleRequest request) {
        store.insert(request.words());
        return new Sample(
                request.words(),
                new BigInteger("90071992547409931234"),
                Instant.parse("2026-11-20T10:00:00Z"),
                Hash.ZERO,
                Optional.empty());
    }

    @POST
    @Path("/bytes")
    @Consumes("application/json")
    public String bytes(byte[] body) {
        return Hash.of(body).hex();
    }

    @POST
    @Path("/stream")
    @Consumes("application/x-ndjson")
    public long stream(InputStream body) throws IOException {
        return body.readAllBytes().length;
    }

    @GET
    @Path("/{sample}")
    public String one(Hash sample) {
        return "\"" + sample.hex() + "\"";
    }

    @GET
    @Path("/pages")
    public Page<String> pages(@BeanParam @Valid Paging paging) {
        var words = List.of("a", "b", "c", "d", "e");
        var rows = words.stream()
                .filter(word ->
                        paging.after().map(after -> word.compareTo(after) > 0).orElse(true))
                .limit(paging.rows())
                .toList();
        return Page.of(rows, paging.limit(), row -> row, row -> row);
    }

    @GET
    @Path("/text")
    @Produces("text/plain")
    public String text(@QueryParam("times") @Max(3) int times) {
        return "text".repeat(times);
    }

    @GET
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("the secret cause");
    }

    /** What a caller sends. */
    public record SampleRequest(@NotBlank String words, Optional<Integer> times) {}

    /** What a caller gets. */
    public record Sample(String words, BigInteger amount, Instant at, Hash hash, Optional<String> nothing) {}
}
