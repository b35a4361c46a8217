// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.EqualLogs.Statement;

/**
 * A choice that nobody reads before trustees open it: ElGamal over P-256 with AES-256-GCM, and the proof of TDH2 that
 * whoever made it knows its secret, for this poll and this member. So nobody can cast another's ballot as their own, and
 * nobody can have one poll's ballots opened by putting them into another poll.
 *
 * @param head the public side of a number that its maker alone knows; with the trustees' key it gives the ballot's key
 * @param witness the same number and the second base
 * @param proof that it is the same number, known to whoever made this
 * @param text the encrypted choice
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by its bytes only
public record SealedBallot(Point head, Point witness, byte[] proof, byte[] text) {
    private static final byte VERSION = 1;
    private static final int LENGTH = 4;

    /** Whose ballot it is, in which poll. */
    public record Label(Hash poll, Hash member) {
        byte[] bytes() {
            return new Bytes().put(poll.bytes()).put(member.bytes()).all();
        }
    }

    public SealedBallot {
        proof = proof.clone();
        text = text.clone();
    }

    @Override
    public byte[] proof() {
        return proof.clone();
    }

    @Override
    public byte[] text() {
        return text.clone();
    }

    /** Seals a choice in so many bytes, whatever its own length, or throws {@link SealingRefused} if it has more. */
    public static SealedBallot seal(GroupKey key, Label label, int room, byte[] choice, RandomGenerator random) {
        if (choice.length > room) throw new SealingRefused("The choice is longer than the ballots of this poll are.");
        var secret = Scalars.random(random);
        var head = Point.base(secret);
        byte[] plain =
                Arrays.copyOf(new Bytes().high4(choice.length).put(choice).all(), LENGTH + room);
        byte[] text = Aes.seal(key(head, key.key().times(secret), label), new byte[Aes.NONCE], plain, label.bytes());
        var witness = SecondBase.POINT.times(secret);
        var statement = Statement.of(head, SecondBase.POINT, witness);
        byte[] proof = EqualLogs.prove(statement, secret, tag(key, label, text), random);
        return new SealedBallot(head, witness, proof, text);
    }

    /** The bytes. */
    public byte[] bytes() {
        return new Bytes()
                .put(new byte[] {VERSION})
                .put(head)
                .put(witness)
                .put(proof)
                .put(text)
                .all();
    }

    /** Reads a sealed ballot, or throws {@link SealingRefused}. */
    public static SealedBallot decode(byte[] bytes) {
        var reader = new Bytes.Reader(bytes);
        if (reader.take(1)[0] != VERSION) throw new SealingRefused("This is not a sealed ballot of version 1.");
        return new SealedBallot(reader.point(), reader.point(), reader.take(EqualLogs.SIZE), reader.rest());
    }

    /** Throws {@link SealingRefused} unless it was sealed to this key by someone who made it for this poll and member. */
    public void check(GroupKey key, Label label, int room) {
        if (text.length != LENGTH + room + Aes.TAG)
            throw new SealingRefused("Every sealed ballot of this poll has a text of " + (LENGTH + room + Aes.TAG)
                    + " bytes; this one has " + text.length + ".");
        var statement = Statement.of(head, SecondBase.POINT, witness);
        if (!EqualLogs.verify(statement, proof, tag(key, label, text)))
            throw new SealingRefused("The ballot was not sealed for this poll by this member.");
    }

    /** The choice, given what trustees opened; nothing if it does not open, so that the ballot is spoilt. */
    public Optional<byte[]> open(Point opened, Label label) {
        return Aes.open(key(head, opened, label), new byte[Aes.NONCE], text, label.bytes())
                .flatMap(SealedBallot::unpadded);
    }

    private static Optional<byte[]> unpadded(byte[] plain) {
        if (plain.length < LENGTH) return Optional.empty();
        int length = ByteBuffer.wrap(plain).getInt();
        if (length < 0 || length > plain.length - LENGTH) return Optional.empty();
        int end = LENGTH + length;
        var padding = new BigInteger(1, Arrays.copyOfRange(plain, end, plain.length));
        return padding.signum() == 0 ? Optional.of(Arrays.copyOfRange(plain, LENGTH, end)) : Optional.empty();
    }

    private static byte[] key(Point head, Point shared, Label label) {
        return Hash.of(new Bytes()
                        .put("folkmoot sealed ballot v1")
                        .put(shared)
                        .put(head)
                        .put(label.bytes())
                        .all())
                .bytes();
    }

    private static String tag(GroupKey key, Label label, byte[] text) {
        var bound = Hash.of(key.key().bytes(), label.bytes(), text);
        return EqualLogs.tag("folkmoot-V01-sealed-ballot-" + HexFormat.of().formatHex(bound.bytes()));
    }
}
