// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/** Signs messages with a key that it keeps to itself. */
interface Signer {
    byte[] sign(byte[] message);
}
