// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class MinimaxTest extends DuellingContract<Minimax.Settings> {
    @Override
    protected Minimax plugin() {
        return new Minimax();
    }

    @Override
    protected List<Minimax.Settings> settings() {
        return Stream.of(Minimax.Variant.WINNING_VOTES, Minimax.Variant.MARGINS)
                .map(variant -> new Minimax.Settings(
                        Optional.of(variant),
                        Optional.of(Unranked.IGNORED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
