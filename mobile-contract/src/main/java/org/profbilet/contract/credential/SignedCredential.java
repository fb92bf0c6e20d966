package org.profbilet.contract.credential;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A credential as the issuer hands it to a phone: an SD-JWT VC (RFC 9901) without disclosures,
 * signed with ES256.
 *
 * @param keyNumber 1 to 255; the key is "k" and this number in the issuer's JWKS
 * @param claims what is signed
 * @param signature base64url of the 64 bytes r and s
 */
public record SignedCredential(int keyNumber, CredentialClaims claims, String signature) {

  public SignedCredential {
    if (keyNumber < 1 || keyNumber > 255) {
      throw new IllegalArgumentException("a key number is 1 to 255");
    }
    StrictBase64Url.decode(signature, Es256.LENGTH);
  }

  /**
   * Signs the claims.
   *
   * @param keyNumber 1 to 255
   * @param key private P-256 key published as "k" and the number
   */
  public static SignedCredential sign(CredentialClaims claims, int keyNumber, ECKey key) {
    String signature = Es256.sign(Templates.header(keyNumber), Templates.payload(claims), key);
    return new SignedCredential(keyNumber, claims, signature);
  }

  /** The text for the phone: the issuer's JWT and a tilde. */
  public String text() {
    return signingInput() + "." + signature + "~";
  }

  String signingInput() {
    return Es256.signingInput(Templates.header(keyNumber), Templates.payload(claims));
  }

  /** The {@code sd_hash} of a proof over this credential. */
  String hash() {
    try {
      byte[] text = text().getBytes(StandardCharsets.US_ASCII);
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(text)).toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is missing", impossible);
    }
  }

  /** Adds the proof that the holder's private key makes. */
  public PresentedCredential prove(HolderProof proof, ECKey deviceKey) {
    String payload = Templates.proof(proof, hash());
    return new PresentedCredential(
        this, proof, Es256.sign(Templates.PROOF_HEADER, payload, deviceKey));
  }

  @Override
  public String toString() {
    return "SignedCredential[" + claims.kind() + ", k" + keyNumber + "]";
  }
}
