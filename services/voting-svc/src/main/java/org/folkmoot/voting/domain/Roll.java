// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalInt;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.Suite;

/**
 * Who may vote in one poll, with which key and power.
 *
 * <p>A roll can hold a million members and is asked for every ballot, so it is a few flat arrays with open addressing:
 * about 72 bytes a member where everybody has the same power, and no object per member.
 */
public final class Roll {
    private static final int WORDS = Hash.SIZE / Long.BYTES;
    private static final int ENTRY = 2 * WORDS;
    private static final int EMPTY = -1;

    private final long[] entries;
    private final int[] slots;
    private final long spread;
    private final Powers powers;
    private final RollTotals totals;

    Roll(long[] entries, int size, Powers powers, long spread) {
        this.entries = entries;
        this.powers = powers;
        this.spread = spread | 1;
        this.slots = new int[Integer.highestOneBit(Math.max(8, size)) << 2];
        this.totals = new RollTotals(size, powers.sum());
        Arrays.fill(slots, EMPTY);
        for (int place = 0; place < size; place++) enter(place);
    }

    /** How many members there are, and their power. */
    public RollTotals totals() {
        return totals;
    }

    /** Finds a member's place on the roll. */
    public OptionalInt find(Hash member) {
        byte[] id = member.bytes();
        long first = word(id, 0);
        for (int slot = slotOf(first); slots[slot] != EMPTY; slot = (slot + 1) & (slots.length - 1)) {
            int place = slots[slot];
            if (matches(place * ENTRY, id)) return OptionalInt.of(place);
        }
        return OptionalInt.empty();
    }

    /** Says whether the member at a place votes with this key. */
    public boolean hasKey(int place, PublicKey key) {
        return matches(place * ENTRY + WORDS, mark(key));
    }

    /** Keys are of several sizes, and every entry is of one: an Ed25519 key stands for itself, others for their hash. */
    private static byte[] mark(PublicKey key) {
        return key.suite() == Suite.ED25519 ? key.bytes() : Hash.of(key.bytes()).bytes();
    }

    /** The voting power of the member at a place. */
    public BigInteger power(int place) {
        return powers.at(place);
    }

    private void enter(int place) {
        int slot = slotOf(entries[place * ENTRY]);
        while (slots[slot] != EMPTY) slot = (slot + 1) & (slots.length - 1);
        slots[slot] = place;
    }

    /** Ids can be ground until many share some bits; an odd factor that nobody knows spreads them anyway. */
    private int slotOf(long first) {
        return (int) (first * spread >>> Long.SIZE - Integer.numberOfTrailingZeros(slots.length));
    }

    private boolean matches(int at, byte[] bytes) {
        for (int i = 0; i < WORDS; i++) if (entries[at + i] != word(bytes, i)) return false;
        return true;
    }

    private static long word(byte[] bytes, int index) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) word = word << Byte.SIZE | bytes[index * Long.BYTES + i] & 0xff;
        return word;
    }

    /** Collects the members of a roll, each of them once. */
    public static final class Builder {
        private final Powers.Builder powers = new Powers.Builder();
        private long[] entries;
        private int size;

        /** Starts with room for so many members. */
        public Builder(int expected) {
            entries = new long[Math.multiplyExact(Math.max(1, expected), ENTRY)];
        }

        /** Adds a member. */
        public void add(Hash member, PublicKey key, BigInteger power) {
            if ((size + 1) * ENTRY > entries.length)
                entries = Arrays.copyOf(entries, Math.addExact(entries.length, Math.max(ENTRY, entries.length / 2)));
            byte[] id = member.bytes();
            byte[] mark = mark(key);
            for (int i = 0; i < WORDS; i++) {
                entries[size * ENTRY + i] = word(id, i);
                entries[size * ENTRY + WORDS + i] = word(mark, i);
            }
            powers.add(power);
            size++;
        }

        /** Gives the roll. */
        public Roll build(long spread) {
            var exact = entries.length == size * ENTRY ? entries : Arrays.copyOf(entries, size * ENTRY);
            return new Roll(exact, size, powers.build(), spread);
        }
    }
}
