package org.profbilet.credentials;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import org.profbilet.contract.trust.KeySet;
import org.profbilet.contract.trust.PublishedKey;

/**
 * The private keys of the union's server, never in its database: JWK files by default, a PKCS#12
 * file or a security module (PKCS#11) where the operator names one.
 */
public interface IssuerKeys {

  /** A private key under its published name. */
  record Signer(String id, ECKey key) {
    @Override
    public String toString() {
      return "Signer[" + id + "]";
    }
  }

  /** Signs credentials today; "k" and a number. */
  Signer issuer();

  /** Signs status lists. */
  Signer status();

  /** Signs the offline bundle; its public half is pinned in every scanner. */
  Signer root();

  /** The public half of {@link #root()}. */
  PublishedKey pinned();

  /** All that verifiers need: keys of credentials, now and next, and of status lists. */
  KeySet published();

  /** Names of keys withdrawn in an emergency. */
  List<String> revoked();
}
