// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The EIP-712 hashes of structs whose values are texts, numbers, bytes, addresses and other structs: what a wallet signs
 * after it has shown them to a person.
 */
final class TypedData {
    private static final int WORD = 32;

    private TypedData() {}

    /** A named list of members, in the order in which the type declares them. */
    record Struct(String name, List<Member> members) {
        Struct(String name, Member... members) {
            this(name, List.of(members));
        }

        /** Writes the type as EIP-712 spells it: this struct first, the structs in it after, by name. */
        String type() {
            var inner = new TreeMap<String, String>();
            collect(inner);
            inner.remove(name);
            return declaration() + String.join("", inner.values());
        }

        /** Hashes the type and the members: {@code hashStruct} of EIP-712. */
        byte[] hash() {
            var encoded = new ByteArrayOutputStream((members.size() + 1) * WORD);
            encoded.writeBytes(Keccak.of(type().getBytes(StandardCharsets.UTF_8)));
            for (var member : members) encoded.writeBytes(member.value().word());
            return Keccak.of(encoded.toByteArray());
        }

        private void collect(TreeMap<String, String> types) {
            types.put(name, declaration());
            for (var member : members) if (member.value() instanceof Inner(Struct struct)) struct.collect(types);
        }

        private String declaration() {
            return members.stream()
                    .map(member -> member.value().type() + " " + member.name())
                    .collect(Collectors.joining(",", name + "(", ")"));
        }
    }

    /** A member of a struct. */
    record Member(String name, Value value) {}

    /** A value, and the type that the wallet names. */
    sealed interface Value {
        String type();

        /** The 32 bytes that stand for it: {@code encodeData} of EIP-712. */
        byte[] word();

        /** The value as wallets read it in JSON. */
        Object json();
    }

    /** A text; its bytes in UTF-8 are hashed. */
    record Text(String text) implements Value {
        @Override
        public String type() {
            return "string";
        }

        @Override
        public byte[] word() {
            return Keccak.of(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Object json() {
            return text;
        }
    }

    /** A whole number from 0 on, of so many bits. */
    record Number(BigInteger value, int bits) implements Value {
        Number {
            if (value.signum() < 0 || value.bitLength() > bits)
                throw new IllegalArgumentException("not a whole number of " + bits + " bits: " + value);
        }

        @Override
        public String type() {
            return "uint" + bits;
        }

        @Override
        public byte[] word() {
            byte[] digits = value.toByteArray();
            int from = digits[0] == 0 ? 1 : 0;
            return padded(Arrays.copyOfRange(digits, from, digits.length));
        }

        @Override
        public Object json() {
            return value.toString();
        }
    }

    /** Thirty-two bytes, such as a hash. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Bytes32(byte[] word) implements Value {
        @Override
        public String type() {
            return "bytes32";
        }

        @Override
        public Object json() {
            return "0x" + HexFormat.of().formatHex(word);
        }
    }

    /** The twenty bytes of an account on the chain. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Address(byte[] bytes) implements Value {
        @Override
        public String type() {
            return "address";
        }

        @Override
        public byte[] word() {
            return padded(bytes);
        }

        @Override
        public Object json() {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
    }

    /** A struct within a struct. */
    record Inner(Struct struct) implements Value {
        @Override
        public String type() {
            return struct.name();
        }

        @Override
        public byte[] word() {
            return struct.hash();
        }

        @Override
        public Object json() {
            var values = new TreeMap<String, Object>();
            for (var member : struct.members())
                values.put(member.name(), member.value().json());
            return values;
        }
    }

    /** Puts a message and its place of use together; a wallet signs the Keccak hash of these 66 bytes. */
    static byte[] encode(Struct domain, Struct message) {
        var bytes = new ByteArrayOutputStream(2 + 2 * WORD);
        bytes.write(0x19);
        bytes.write(0x01);
        bytes.writeBytes(domain.hash());
        bytes.writeBytes(message.hash());
        return bytes.toByteArray();
    }

    private static byte[] padded(byte[] bytes) {
        var word = new byte[WORD];
        System.arraycopy(bytes, 0, word, WORD - bytes.length, bytes.length);
        return word;
    }
}
