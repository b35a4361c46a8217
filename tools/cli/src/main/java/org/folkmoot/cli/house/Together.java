// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.folkmoot.backends.BackendFailed;

/** Does the same to several processes at once, and waits for all of them. */
final class Together {
    private Together() {}

    static void run(List<Supervised> some, Consumer<Supervised> work) {
        var all = some.stream()
                .map(one -> CompletableFuture.runAsync(() -> work.accept(one), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof BackendFailed cause) throw cause;
            throw failure;
        }
    }
}
