// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.atrest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final long LOOK = 2_000;
    private static final long LITTLE = 199;
    private static final long MUCH = 200;

    @Test
    void beginsWithTheSecondQuietLook() {
        assertEquals(List.of(false, true), looks(LITTLE, LITTLE));
    }

    @Test
    void isToldOnce() {
        assertEquals(List.of(false, true, false, false, false), looks(LITTLE, LITTLE, LITTLE, LITTLE, LITTLE));
    }

    @Test
    void isOverWithOneBusyLook() {
        assertEquals(List.of(false, false, false, true), looks(LITTLE, MUCH, LITTLE, LITTLE));
    }

    @Test
    void beginsAgainAfterABusyLook() {
        assertEquals(
                List.of(false, true, false, false, false, true), looks(LITTLE, LITTLE, LITTLE, MUCH, LITTLE, LITTLE));
    }

    @Test
    void neverBeginsWhileEachLookIsBusy() {
        assertEquals(List.of(false, false, false), looks(MUCH, MUCH + 1, MUCH));
    }

    /** What is told of looks between which the process has had that much of a processor. */
    private static List<Boolean> looks(long... cpu) {
        var rest = new Rest(7, -3);
        var told = new ArrayList<Boolean>();
        var had = 7L;
        var time = -3L;
        for (var more : cpu) told.add(rest.begins(had += more, time += LOOK));
        return told;
    }
}
