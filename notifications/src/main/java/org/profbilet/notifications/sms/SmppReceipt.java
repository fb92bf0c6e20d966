package org.profbilet.notifications.sms;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.profbilet.notifications.receipts.Outcome;
import org.profbilet.notifications.sms.SmppSettings.ReceiptId;

/**
 * What the centre tells of a message afterwards. The library's own reader throws at a state it does
 * not know; here it is a receipt without an outcome.
 *
 * @param outcome empty for a state on the way, or one that nobody knows
 */
record SmppReceipt(String messageId, Optional<Outcome> outcome, String state) {

  private static final Pattern ID = Pattern.compile("\\bid:\\s*([0-9A-Za-z_.-]{1,64})");
  private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Za-z]{1,12})");

  /** States of SMPP 3.4 §5.2.28, as the optional parameter writes them. */
  private static final Map<Integer, String> STATES =
      Map.of(
          1, "ENROUTE", 2, "DELIVRD", 3, "EXPIRED", 4, "DELETED", 5, "UNDELIV", 6, "ACCEPTD", 7,
          "UNKNOWN", 8, "REJECTD");

  /** Empty for an ordinary message to us. */
  static Optional<SmppReceipt> of(DeliverSm deliver, ReceiptId form) {
    if (!deliver.isSmscDeliveryReceipt()) {
      return Optional.empty();
    }
    byte[] body = deliver.getShortMessage();
    String text = body == null ? "" : new String(body, StandardCharsets.ISO_8859_1);
    OptionalParameter.Receipted_message_id named =
        deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    OptionalParameter.Message_state stated =
        deliver.getOptionalParameter(OptionalParameter.Message_state.class);
    String state =
        stated == null
            ? find(STATE, text).orElse("NONE").toUpperCase(Locale.ROOT)
            : STATES.getOrDefault((int) stated.getValue(), "STATE_" + stated.getValue());
    Optional<String> id =
        named == null
            ? find(ID, text).flatMap(found -> asSubmitted(found, form))
            : Optional.of(named.getValueAsString());
    return id.map(found -> new SmppReceipt(canonical(found), outcomeOf(state), state));
  }

  /** Leading zeros and the case of letters differ between answer and receipt. */
  static String canonical(String id) {
    String bare = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    return bare.isEmpty() ? "0" : bare;
  }

  private static Optional<String> asSubmitted(String id, ReceiptId form) {
    try {
      return Optional.of(
          switch (form) {
            case SAME -> id;
            case DECIMAL_OF_HEX -> new BigInteger(id, 10).toString(16);
            case HEX_OF_DECIMAL -> new BigInteger(id, 16).toString(10);
          });
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Outcome> outcomeOf(String state) {
    return switch (state) {
      case "DELIVRD" -> Optional.of(Outcome.DELIVERED);
      case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> Optional.of(Outcome.FAILED);
      default -> Optional.empty();
    };
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
