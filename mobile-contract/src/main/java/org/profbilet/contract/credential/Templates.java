package org.profbilet.contract.credential;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The exact bytes of headers and payloads. The order of members is part of the format: a verifier
 * receives only the variable parts and rebuilds the signed text from these templates.
 */
final class Templates {

  private static final Pattern HEADER =
      Pattern.compile("\\{\"alg\":\"ES256\",\"kid\":\"k([0-9]{1,3})\",\"typ\":\"dc\\+sd-jwt\"}");
  private static final String COMMON_END =
      "\"cnf\":\\{\"jwk\":\\{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"(?<x>[\\w-]{43})\","
          + "\"y\":\"(?<y>[\\w-]{43})\"}},\"status\":\\{\"status_list\":\\{\"idx\":(?<idx>[0-9]{1,7}),"
          + "\"uri\":\"(?<uri>[^\"]{1,60})\"}}}";
  private static final String COMMON_START =
      "\\{\"iss\":\"(?<iss>[^\"]{1,40})\",\"vct\":\"(?<vct>[^\"]{1,40})\","
          + "\"iat\":(?<iat>[0-9]{1,12}),\"exp\":(?<exp>[0-9]{1,12}),";
  private static final Pattern PAYLOAD =
      Pattern.compile(
          COMMON_START
              + "(?:\"card\":\"(?<card>[0-9]{10})\",\"org\":\"(?<org>[0-9]{1,10})\","
              + "\"ini\":\"(?<ini>[^\"]{3})\",)?"
              + COMMON_END);
  private static final Pattern PROOF =
      Pattern.compile(
          "\\{\"iat\":(?<iat>[0-9]{1,10}),\"aud\":\"urn:epb:event:(?<event>[0-9]{1,10})\","
              + "\"nonce\":\"(?<nonce>[\\w-]{1,11})\",\"sd_hash\":\"[\\w-]{43}\"}");

  static final String PROOF_HEADER = "{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}";

  private Templates() {}

  static String header(int keyNumber) {
    return "{\"alg\":\"ES256\",\"kid\":\"k" + keyNumber + "\",\"typ\":\"dc+sd-jwt\"}";
  }

  static String payload(CredentialClaims claims) {
    return "{\"iss\":\"%s\",\"vct\":\"%s\",\"iat\":%d,\"exp\":%d,%s%s"
        .formatted(
            claims.issuer().value(),
            claims.kind().type(),
            claims.validFrom().getEpochSecond(),
            claims.expiresAt().getEpochSecond(),
            holder(claims.holder()),
            end(claims));
  }

  private static String holder(@Nullable TicketHolder holder) {
    return holder == null
        ? ""
        : "\"card\":\"%s\",\"org\":\"%d\",\"ini\":\"%s\","
            .formatted(
                holder.ticket().value(), holder.organisation().value(), holder.initials().value());
  }

  private static String end(CredentialClaims claims) {
    return ("\"cnf\":{\"jwk\":{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}},"
            + "\"status\":{\"status_list\":{\"idx\":%d,\"uri\":\"%s\"}}}")
        .formatted(
            claims.device().x(),
            claims.device().y(),
            claims.status().index(),
            claims.issuer().statusListUri(claims.status().list()));
  }

  static String proof(HolderProof proof, String credentialHash) {
    return "{\"iat\":%d,\"aud\":\"urn:epb:event:%d\",\"nonce\":\"%s\",\"sd_hash\":\"%s\"}"
        .formatted(proof.madeAt(), proof.event(), proof.nonceText(), credentialHash);
  }

  /** The number in the "kid" of a header of exactly our form. */
  static Optional<Integer> readHeader(String json) {
    Matcher form = HEADER.matcher(json);
    return form.matches() ? Optional.of(Integer.parseInt(form.group(1))) : Optional.empty();
  }

  static Matcher matchPayload(String json) {
    return PAYLOAD.matcher(json);
  }

  static Matcher matchProof(String json) {
    return PROOF.matcher(json);
  }
}
