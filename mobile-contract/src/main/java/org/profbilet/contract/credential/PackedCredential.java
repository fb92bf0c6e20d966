package org.profbilet.contract.credential;

import java.nio.ByteBuffer;

/**
 * The packed form, big-endian: profile 1 byte, key number 1, day of issue since 2020-01-01 2, life
 * in days 1, status list 2, index 3, then in a door credential ticket 6, organisation 4, initials
 * 2, then device key 33, issuer's signature 64, time of proof 4, event 4, length of nonce 1 (0 or
 * 8), nonce, signature of proof 64.
 */
final class PackedCredential {

  private PackedCredential() {}

  static byte[] pack(PresentedCredential presented) {
    CredentialClaims claims = presented.credential().claims();
    byte[] nonce = StrictBase64Url.decode(presented.proof().nonce());
    ByteBuffer out = ByteBuffer.allocate(claims.kind().packedLength() + nonce.length);
    out.put((byte) claims.kind().profile()).put((byte) presented.credential().keyNumber());
    out.putShort(
        (short) (claims.issuedOn().toEpochDay() - CredentialClaims.FIRST_DAY.toEpochDay()));
    out.put((byte) claims.lifeDays());
    putNumber(out, claims.status().list(), 2);
    putNumber(out, claims.status().index(), 3);
    if (claims.holder() != null) {
      putHolder(out, claims.holder());
    }
    out.put(claims.device().compressed());
    out.put(StrictBase64Url.decode(presented.credential().signature()));
    putNumber(out, presented.proof().madeAt(), 4);
    putNumber(out, presented.proof().event(), 4);
    out.put((byte) nonce.length).put(nonce);
    out.put(StrictBase64Url.decode(presented.proofSignature()));
    return out.array();
  }

  private static void putHolder(ByteBuffer out, TicketHolder holder) {
    putNumber(out, Long.parseLong(holder.ticket().value()), 6);
    putNumber(out, holder.organisation().value(), 4);
    putNumber(out, holder.initials().number(), 2);
  }

  private static void putNumber(ByteBuffer out, long number, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
      out.put((byte) (number >>> shift));
    }
  }

  /** Rebuilds what was packed; any deviation is an {@link IllegalArgumentException}. */
  static PresentedCredential unpack(byte[] bytes, PublicAddress issuer) {
    CredentialKind kind = CredentialKind.ofProfile(bytes.length == 0 ? 0 : bytes[0]);
    int nonceLength = nonceLength(bytes, kind);
    if (bytes.length != kind.packedLength() + nonceLength) {
      throw new IllegalArgumentException("a packed credential of a wrong length");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    int keyNumber = (int) number(in, 1);
    CredentialClaims claims = claims(in, kind, issuer);
    SignedCredential credential = new SignedCredential(keyNumber, claims, text(in, Es256.LENGTH));
    long madeAt = number(in, 4);
    long event = number(in, 4);
    in.get();
    HolderProof proof = new HolderProof(madeAt, event, text(in, nonceLength));
    return new PresentedCredential(credential, proof, text(in, Es256.LENGTH));
  }

  private static int nonceLength(byte[] bytes, CredentialKind kind) {
    int place = kind.packedLength() - Es256.LENGTH - 1;
    int length = place < bytes.length ? bytes[place] : -1;
    if (length != 0 && length != HolderProof.NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has 8 bytes or is absent");
    }
    return length;
  }

  private static CredentialClaims claims(ByteBuffer in, CredentialKind kind, PublicAddress issuer) {
    long day = number(in, 2);
    int lifeDays = (int) number(in, 1);
    StatusReference status = new StatusReference((int) number(in, 2), (int) number(in, 3));
    TicketHolder holder = kind == CredentialKind.DOOR ? holder(in) : null;
    byte[] key = new byte[33];
    in.get(key);
    return new CredentialClaims(
        issuer,
        CredentialClaims.FIRST_DAY.plusDays(day),
        lifeDays,
        DeviceKey.ofCompressed(key),
        status,
        holder);
  }

  private static TicketHolder holder(ByteBuffer in) {
    TicketNumber ticket = new TicketNumber(String.format("%010d", number(in, 6)));
    OrganisationNumber organisation = new OrganisationNumber(number(in, 4));
    return new TicketHolder(ticket, organisation, Initials.ofNumber((int) number(in, 2)));
  }

  private static long number(ByteBuffer in, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = number << 8 | in.get() & 0xFF;
    }
    return number;
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return StrictBase64Url.encode(bytes);
  }
}
