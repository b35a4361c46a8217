// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** A key that signs acts, in the way of its suite. */
public sealed interface SigningKey permits SecretKey, WalletKey, PasskeyKey {
    /** How many bytes the secret of every kind has. */
    int SIZE = 32;

    /** Gives the key that verifies what this one signs. */
    PublicKey publicKey();

    /** Gives the secret, to be kept in a safe place. */
    byte[] seed();

    /** Signs an act, whose payload this is. */
    byte[] prove(Act act, byte[] payload);
}
