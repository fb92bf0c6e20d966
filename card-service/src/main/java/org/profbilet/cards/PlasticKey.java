package org.profbilet.cards;

import javax.crypto.SecretKey;

/** The key from which the secrets of all plastic cards follow; it is never in the database. */
public interface PlasticKey {

  SecretKey secret();
}
