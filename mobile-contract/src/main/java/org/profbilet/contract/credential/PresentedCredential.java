package org.profbilet.contract.credential;

/**
 * A credential with the proof that its phone holds the key: SD-JWT+KB of RFC 9901.
 *
 * @param credential what the issuer signed
 * @param proof what the phone signed
 * @param proofSignature base64url of the 64 bytes r and s
 */
public record PresentedCredential(
    SignedCredential credential, HolderProof proof, String proofSignature) {

  public PresentedCredential {
    StrictBase64Url.decode(proofSignature, Es256.LENGTH);
  }

  /** The text that any library for RFC 9901 verifies. */
  public String text() {
    return credential.text() + proofSigningInput() + "." + proofSignature;
  }

  /** The text of the QR: {@code HTTPS://HOST/V#<digits>}. */
  public String qrText() {
    return credential.claims().issuer().inCapitals()
        + "/V#"
        + DecimalDigits.ofBytes(PackedCredential.pack(this));
  }

  String proofSigningInput() {
    return Es256.signingInput(Templates.PROOF_HEADER, Templates.proof(proof, credential.hash()));
  }

  @Override
  public String toString() {
    return "PresentedCredential[" + credential.claims().kind() + "]";
  }
}
