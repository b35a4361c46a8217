// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.wrong.domain;

/** An inexact share. */
public record Share(double part) {}
