// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Merkle tree as RFC 6962 has it: a leaf is hashed behind a zero byte and a pair behind a one, so that the one can never
 * be taken for the other. A proof is the list of what has to be hashed with a leaf, from its neighbour up to the root.
 */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** Hashes an entry. */
    public static Hash leaf(byte[] entry) {
        return Hash.of(LEAF, entry);
    }

    /** The root over some leaves; there is at least one. */
    public static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) throw new IllegalArgumentException("a tree without leaves");
        if (leaves.size() == 1) return leaves.getFirst();
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** What proves that the leaf at an index is under the root. */
    public static List<Hash> proof(List<Hash> leaves, int index) {
        if (leaves.size() == 1) return List.of();
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var proof = new ArrayList<>(index < split ? proof(left, index) : proof(right, index - split));
        proof.add(root(index < split ? right : left));
        return proof;
    }

    /** A root with the proofs of all its leaves, in their order. */
    public record Tree(Hash root, List<List<Hash>> proofs) {}

    /** The root over some leaves and what proves each of them; every pair is hashed once. */
    public static Tree tree(List<Hash> leaves) {
        var proofs = leaves.stream().<List<Hash>>map(_ -> new ArrayList<>()).toList();
        return new Tree(climb(leaves, proofs), proofs);
    }

    private static Hash climb(List<Hash> leaves, List<List<Hash>> proofs) {
        if (leaves.size() <= 1) return root(leaves);
        int split = split(leaves.size());
        var left = climb(leaves.subList(0, split), proofs.subList(0, split));
        var right = climb(leaves.subList(split, leaves.size()), proofs.subList(split, leaves.size()));
        for (var proof : proofs.subList(0, split)) proof.add(right);
        for (var proof : proofs.subList(split, leaves.size())) proof.add(left);
        return node(left, right);
    }

    /** Whether a proof leads from a leaf at an index of so many to a root. */
    public static boolean proves(Hash leaf, int index, int size, List<Hash> proof, Hash root) {
        return root(leaf, index, size, proof).filter(root::equals).isPresent();
    }

    /** The root to which a proof leads from a leaf at an index of so many, if it fits such a tree. */
    public static Optional<Hash> root(Hash leaf, int index, int size, List<Hash> proof) {
        return index >= 0 && index < size ? climb(leaf, index, size, proof) : Optional.empty();
    }

    private static Optional<Hash> climb(Hash leaf, int index, int size, List<Hash> proof) {
        if (size == 1) return proof.isEmpty() ? Optional.of(leaf) : Optional.empty();
        if (proof.isEmpty()) return Optional.empty();
        int split = split(size);
        var below = proof.subList(0, proof.size() - 1);
        var other = proof.getLast();
        return index < split
                ? climb(leaf, index, split, below).map(left -> node(left, other))
                : climb(leaf, index - split, size - split, below).map(right -> node(other, right));
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.bytes(), right.bytes());
    }

    /** The largest power of two that is smaller than the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
