package org.profbilet.contract.scanner;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a door needs without a network, beside keys and status lists, which are served at {@code
 * /.well-known/epb/bundle}.
 *
 * <p>A record is readable only with the credential that is shown: {@code secret} is the token of a
 * plastic card (26 letters) or {@code x.y} of the holder's key in a phone's credential. With HKDF
 * (SHA-256, salt = {@code salt} as UTF-8, 16 bytes, info {@code lookup PLASTIC} or {@code lookup
 * PHONE}) it gives the name of the record in hex; with info {@code seal PLASTIC} or {@code seal
 * PHONE} (32 bytes) the key of AES-256-GCM. A record is base64 of 12 bytes of nonce and the sealed
 * JSON {@code {"handle", "shortName", "category", "attention", "mandate", "door"}}, of which the
 * last four may be absent, padded with blanks. Some records are decoys, so that their number does
 * not tell.
 *
 * <p>An open list has no records: a good proof of a phone is admitted provisionally, and the handle
 * is the first 24 hex digits of HMAC-SHA256 (key = {@code handleKey} as UTF-8, the ticket number).
 *
 * @param manifest signed by the root key that the device has pinned at its enrolment: a JWS of type
 *     {@code epb-list+jwt} with {@code list version madeAt validUntil event kind policy opensAt
 *     closesAt salt}, {@code decides}, the SHA-256 in hex of {@code settings} as they stand here,
 *     with {@code exclusiveGroup}, and {@code records}, the SHA-256 in hex of the lines
 *     "name=record" in the order of names
 * @param list what the door decides by
 */
@Serdeable
public record ListBundle(String manifest, OfflineList list) {

  /**
   * @param version the same as in the ETag
   * @param validUntil after it nothing is decided by this list
   * @param handleKey of an open list only
   * @param settings {@link ListSettings} as the text that was signed
   */
  @Serdeable
  public record OfflineList(
      UUID id,
      String version,
      String name,
      long event,
      ListKind kind,
      RepeatPolicy policy,
      Instant opensAt,
      Instant closesAt,
      String zone,
      Instant madeAt,
      Instant validUntil,
      String salt,
      @Nullable String handleKey,
      @Nullable String exclusiveGroup,
      String settings,
      Map<String, String> records) {

    public OfflineList {
      records = Map.copyOf(records);
    }
  }
}
