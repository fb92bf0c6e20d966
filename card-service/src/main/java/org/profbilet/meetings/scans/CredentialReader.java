package org.profbilet.meetings.scans;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.CheckStep;
import org.profbilet.contract.credential.CredentialClaims;
import org.profbilet.contract.credential.CredentialText;
import org.profbilet.contract.credential.CredentialVerifier;
import org.profbilet.contract.credential.DoorExpectation;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.TicketNumber;
import org.profbilet.contract.credential.Verification;
import org.profbilet.contract.scanner.NextAction;
import org.profbilet.contract.scanner.Scan;
import org.profbilet.contract.scanner.ScanReason;
import org.profbilet.contract.scanner.ShownCredential;
import org.profbilet.credentials.PlasticCodes;
import org.profbilet.credentials.ServerTrust;
import org.profbilet.meetings.scans.Reading.Kind;

/** Reads plastic cards, phones and typed numbers; of anything else only that it is foreign. */
@Singleton
class CredentialReader {

  private static final Pattern NOISE = Pattern.compile("\\\\0000[0-9]{2}|\\p{Cntrl}");
  private static final Pattern RUSSIAN_LAYOUT = Pattern.compile("(?i)^УЗИ.*");
  private static final String KEYS_RUSSIAN = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖ";
  private static final String KEYS_LATIN = "QWERTYUIOPASDFGHJKLZXCVBNM:";

  private final PlasticCodes plasticCodes;
  private final CredentialVerifier verifier;

  CredentialReader(PlasticCodes plasticCodes, ServerTrust trust) {
    this.plasticCodes = plasticCodes;
    this.verifier = new CredentialVerifier(trust);
  }

  /**
   * @param event number of the meeting
   * @param at when it was shown; a proof is judged by this moment, not by that of its delivery
   */
  Reading read(Scan scan, int event, Instant at) {
    String text = normalised(scan.credential().raw());
    if (scan.credential().kind() == ShownCredential.Kind.NUMBER) {
      return number(text);
    }
    if (scan.credential().kind() == ShownCredential.Kind.MANUAL) {
      return Reading.byHandle(text);
    }
    if (text.regionMatches(true, 0, "EPB1:", 0, 5)) {
      return plastic(text);
    }
    return text.regionMatches(true, 0, "http", 0, 4)
        ? phone(text, event, at)
        : Reading.refused(Kind.FOREIGN, ScanReason.CREDENTIAL_MALFORMED);
  }

  private static Reading number(String text) {
    try {
      TicketNumber ticket = new TicketNumber(text.replaceAll("[ -]", ""));
      return new Reading(
          Kind.NUMBER, ticket.value(), null, null, null, ScanReason.DEVICE_PROOF_MISSING, null);
    } catch (IllegalArgumentException notANumber) {
      return Reading.refused(Kind.NUMBER, ScanReason.CREDENTIAL_MALFORMED);
    }
  }

  private Reading plastic(String text) {
    try {
      PlasticCode code = PlasticCode.parse(text);
      return plasticCodes.isGenuine(code)
          ? new Reading(
              Kind.PLASTIC, code.ticket().value(), null, code.serial().value(), null, null, null)
          : Reading.refused(Kind.PLASTIC, ScanReason.CREDENTIAL_BAD_SIGNATURE);
    } catch (IllegalArgumentException notACode) {
      return Reading.refused(Kind.PLASTIC, ScanReason.CREDENTIAL_MALFORMED);
    }
  }

  private Reading phone(String text, int event, Instant at) {
    Verification verification = verifier.verify(text, DoorExpectation.ofEvent(event), at);
    if (verification instanceof Verification.Verified verified) {
      Reading.ShownProof proof =
          new Reading.ShownProof(
              verified.replayKey().status().list(),
              verified.replayKey().status().index(),
              verified.replayKey().proofMadeAt());
      return named(verified.claims(), proof, null);
    }
    Verification.Refused refused = (Verification.Refused) verification;
    ScanReason failure = ScanReason.valueOf(refused.reason().name());
    if (refused.step() == CheckStep.STATUS && failure.name().startsWith("CARD_")) {
      return named(CredentialText.parse(text).credential().claims(), null, failure);
    }
    Kind kind = failure == ScanReason.CREDENTIAL_MALFORMED ? Kind.FOREIGN : Kind.PHONE;
    NextAction next =
        refused.step() == CheckStep.PROOF_TIME ? NextAction.REFRESH_SCREEN : failure.nextAction();
    return new Reading(kind, null, null, null, null, failure, next);
  }

  /** The signatures are good: the person may be named, even where she is refused. */
  private static Reading named(
      CredentialClaims claims, Reading.@Nullable ShownProof proof, @Nullable ScanReason failure) {
    return claims.holder() == null
        ? Reading.refused(Kind.PHONE, ScanReason.CREDENTIAL_MALFORMED)
        : new Reading(
            Kind.PHONE, claims.holder().ticket().value(), null, null, proof, failure, null);
  }

  /** Hand scanners add control characters, and type what they read on a Russian keyboard. */
  private static String normalised(String raw) {
    String text = Normalizer.normalize(NOISE.matcher(raw).replaceAll(""), Normalizer.Form.NFC);
    text = text.strip();
    if (!RUSSIAN_LAYOUT.matcher(text).matches()) {
      return text;
    }
    StringBuilder typed = new StringBuilder();
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int key = KEYS_RUSSIAN.indexOf(letter);
      typed.append(key < 0 ? letter : KEYS_LATIN.charAt(key));
    }
    return typed.toString();
  }
}
