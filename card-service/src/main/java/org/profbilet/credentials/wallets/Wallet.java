package org.profbilet.credentials.wallets;

/** Whose wallet. */
public enum Wallet {
  APPLE,
  GOOGLE
}
