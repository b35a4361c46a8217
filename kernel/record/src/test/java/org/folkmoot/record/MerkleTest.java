// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of a block is proven by a few hashes, and nothing but that line at that place is. */
class MerkleTest {
    private static final AtomicLong PROOFS = new AtomicLong();
    private static final AtomicLong CHANGES = new AtomicLong();

    /** The eight leaves and the roots that the logs of RFC 6962 are tested with everywhere. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    static IntStream sizes() {
        return IntStream.rangeClosed(1, 33);
    }

    @AfterAll
    static void tell() {
        System.out.println("MerkleTest: sizes 1 to 33: " + PROOFS + " proofs, " + CHANGES + " changes of one bit");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootIsThatOfEveryOtherLog(int size, String root) {
        var leaves = LEAVES.subList(0, size).stream()
                .map(hex -> Merkle.leaf(HexFormat.of().parseHex(hex)))
                .toList();

        assertThat(Merkle.root(leaves).hex()).isEqualTo(root);
    }

    @ParameterizedTest(name = "{0} lines")
    @MethodSource("sizes")
    void everyLineIsProvenAtItsPlaceAndNowhereElse(int size) {
        var leaves = leaves(size);
        var root = Merkle.root(leaves);

        var tree = Merkle.tree(leaves);
        assertThat(tree.root()).isEqualTo(root);
        for (int i = 0; i < size; i++) {
            var proof = Merkle.proof(leaves, i);
            assertThat(tree.proofs().get(i)).isEqualTo(proof);
            PROOFS.incrementAndGet();
            for (int place = -1; place <= size; place++)
                assertThat(Merkle.proves(leaves.get(i), place, size, proof, root))
                        .isEqualTo(place == i);
        }
    }

    @ParameterizedTest(name = "{0} lines")
    @MethodSource("sizes")
    void anyChangeOfOneBitIsFound(int size) {
        var leaves = leaves(size);
        var root = Merkle.root(leaves);

        for (int i = 0; i < size; i++) {
            var proof = Merkle.proof(leaves, i);
            assertThat(Merkle.root(flipped(leaves, i, i % 256))).isNotEqualTo(root);
            for (int bit = 0; bit < Hash.SIZE * Byte.SIZE; bit++) {
                var changed = flipped(leaves, i, bit);
                CHANGES.addAndGet(2);
                assertThat(Merkle.proves(changed.get(i), i, size, proof, root)).isFalse();
                assertThat(Merkle.proves(leaves.get(i), i, size, proof, flipped(root, bit)))
                        .isFalse();
            }
            for (int step = 0; step < proof.size(); step++) {
                CHANGES.incrementAndGet();
                assertThat(Merkle.proves(leaves.get(i), i, size, flipped(proof, step, i % 256), root))
                        .isFalse();
            }
        }
    }

    @Test
    void aProofThatIsTooShortOrTooLongProvesNothing() {
        var leaves = leaves(11);
        var root = Merkle.root(leaves);
        var proof = Merkle.proof(leaves, 4);

        var longer = new ArrayList<>(proof);
        longer.add(Hash.ZERO);

        assertThat(Merkle.proves(leaves.get(4), 4, 11, proof.subList(1, proof.size()), root))
                .isFalse();
        assertThat(Merkle.proves(leaves.get(4), 4, 11, proof.subList(0, proof.size() - 1), root))
                .isFalse();
        assertThat(Merkle.proves(leaves.get(4), 4, 11, longer, root)).isFalse();
    }

    /** A pair of hashes is no line, although their tree has the same root. */
    @Test
    void aNodeIsNotTakenForALine() {
        var leaves = leaves(4);
        var root = Merkle.root(leaves);
        var left = Merkle.root(leaves.subList(0, 2));

        var pair = new byte[2 * Hash.SIZE];
        System.arraycopy(leaves.get(0).bytes(), 0, pair, 0, Hash.SIZE);
        System.arraycopy(leaves.get(1).bytes(), 0, pair, Hash.SIZE, Hash.SIZE);

        assertThat(Merkle.leaf(pair)).isNotEqualTo(left);
        assertThat(Merkle.proves(Merkle.leaf(pair), 0, 2, List.of(Merkle.root(leaves.subList(2, 4))), root))
                .isFalse();
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Merkle.leaf(new byte[] {(byte) i}))
                .toList();
    }

    private static List<Hash> flipped(List<Hash> hashes, int index, int bit) {
        var changed = new ArrayList<>(hashes);
        changed.set(index, flipped(hashes.get(index), bit));
        return changed;
    }

    private static Hash flipped(Hash hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return new Hash(bytes);
    }
}
