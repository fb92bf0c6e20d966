package org.profbilet.contract.credential;

/** What a credential proves and to whom. */
public enum CredentialKind {

  /** Names the ticket, the organisation and initials; shown at the union's own doors. */
  DOOR("urn:epb:door:1", 0x11, 192),

  /** Says only "a member, today"; shown to shops and partners. */
  MEMBER("urn:epb:member:1", 0x12, 180);

  private final String type;
  private final int profile;
  private final int packedLength;

  CredentialKind(String type, int profile, int packedLength) {
    this.type = type;
    this.profile = profile;
    this.packedLength = packedLength;
  }

  /** The {@code vct} of the credential. */
  public String type() {
    return type;
  }

  /** The first byte of the packed form. */
  public int profile() {
    return profile;
  }

  /** Bytes of the packed form without a nonce of the verifier. */
  int packedLength() {
    return packedLength;
  }

  static CredentialKind ofProfile(int profile) {
    for (CredentialKind kind : values()) {
      if (kind.profile == profile) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown profile of a packed credential");
  }
}
