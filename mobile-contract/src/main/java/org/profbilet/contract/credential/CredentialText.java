package org.profbilet.contract.credential;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a credential that was shown, as a QR or as the text of RFC 9901. A text is taken only when
 * our own templates give the same text again, letter by letter: so nothing can be added, reordered
 * or written in another way.
 */
public final class CredentialText {

  private static final Pattern QR =
      Pattern.compile("(https?://[a-z0-9.:-]{1,20})/v#([0-9]{1,1000})", Pattern.CASE_INSENSITIVE);
  private static final Pattern SD_JWT =
      Pattern.compile(
          "([\\w-]{1,200})\\.([\\w-]{1,1000})\\.([\\w-]{86})~"
              + "(?:([\\w-]{1,100})\\.([\\w-]{1,400})\\.([\\w-]{86}))?");

  private CredentialText() {}

  /** What was read: with the proof absent when a text has none. */
  record Read(SignedCredential credential, @Nullable PresentedCredential presented) {}

  /**
   * The credential and its proof. A text that is neither a QR of ours nor a credential with a proof
   * is an {@link IllegalArgumentException}.
   */
  public static PresentedCredential parse(String text) {
    PresentedCredential presented = read(text).presented();
    if (presented == null) {
      throw new IllegalArgumentException("a credential without a proof");
    }
    return presented;
  }

  /** The credential of a text without a proof, as the issuer hands it out. */
  public static SignedCredential parseUnproven(String text) {
    Read read = read(text);
    if (read.presented() != null) {
      throw new IllegalArgumentException("a credential with a proof");
    }
    return read.credential();
  }

  static Read read(String text) {
    Matcher qr = QR.matcher(text);
    return qr.matches() ? readQr(qr) : readSdJwt(text);
  }

  private static Read readQr(Matcher qr) {
    PublicAddress issuer = new PublicAddress(qr.group(1).toLowerCase(Locale.ROOT));
    PresentedCredential presented =
        PackedCredential.unpack(DecimalDigits.toBytes(qr.group(2)), issuer);
    return new Read(presented.credential(), presented);
  }

  private static Read readSdJwt(String text) {
    Matcher parts = SD_JWT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a credential");
    }
    int keyNumber = Templates.readHeader(json(parts.group(1))).orElseThrow(CredentialText::foreign);
    SignedCredential credential =
        new SignedCredential(keyNumber, claims(json(parts.group(2))), parts.group(3));
    Read read = new Read(credential, presented(credential, parts));
    String again = read.presented() == null ? credential.text() : read.presented().text();
    if (!again.equals(text)) {
      throw foreign();
    }
    return read;
  }

  private static @Nullable PresentedCredential presented(
      SignedCredential credential, Matcher parts) {
    return parts.group(4) == null
        ? null
        : new PresentedCredential(credential, proof(json(parts.group(5))), parts.group(6));
  }

  private static CredentialClaims claims(String json) {
    Matcher payload = matched(Templates.matchPayload(json));
    PublicAddress issuer = new PublicAddress(payload.group("iss"));
    long issued = Long.parseLong(payload.group("iat"));
    long life = Long.parseLong(payload.group("exp")) - issued;
    String list = payload.group("uri").replaceFirst(".*/", "");
    return new CredentialClaims(
        issuer,
        Instant.ofEpochSecond(issued).atZone(ZoneOffset.UTC).toLocalDate(),
        (int) (life / 86_400),
        new DeviceKey(payload.group("x"), payload.group("y")),
        new StatusReference(Integer.parseInt(list), Integer.parseInt(payload.group("idx"))),
        payload.group("card") == null ? null : holder(payload));
  }

  private static TicketHolder holder(Matcher payload) {
    return new TicketHolder(
        new TicketNumber(payload.group("card")),
        new OrganisationNumber(Long.parseLong(payload.group("org"))),
        new Initials(payload.group("ini")));
  }

  private static HolderProof proof(String json) {
    Matcher payload = matched(Templates.matchProof(json));
    long madeAt = Long.parseLong(payload.group("iat"));
    String nonce = payload.group("nonce");
    boolean challenge = nonce.length() == 11;
    return new HolderProof(madeAt, Long.parseLong(payload.group("event")), challenge ? nonce : "");
  }

  private static Matcher matched(Matcher matcher) {
    if (!matcher.matches()) {
      throw foreign();
    }
    return matcher;
  }

  private static String json(String base64url) {
    try {
      byte[] bytes = StrictBase64Url.decode(base64url);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException cause) {
      throw foreign();
    }
  }

  private static IllegalArgumentException foreign() {
    return new IllegalArgumentException("not a credential of this form");
  }
}
