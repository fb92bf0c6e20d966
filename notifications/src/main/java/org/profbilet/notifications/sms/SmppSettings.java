package org.profbilet.notifications.sms;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jspecify.annotations.Nullable;

/**
 * The operator's SMS centre ({@code PROFBILET_SMPP_HOST} …). Without a host there is no SMPP.
 *
 * @param bind which lines the centre wants; receipts come over either
 * @param sender what stands above the message: up to eleven Latin letters, or a number
 * @param window how many messages wait for an answer at once; each holds a database connection
 * @param perSecond what the contract allows; 0 where it sets no limit
 * @param receiptId how the number of a message stands in a receipt's text
 */
@ConfigurationProperties("profbilet.smpp")
@Requires(property = "profbilet.smpp.host")
record SmppSettings(
    String host,
    @Bindable(defaultValue = "2775") int port,
    @Bindable(defaultValue = "false") boolean tls,
    String systemId,
    @Nullable String password,
    @Nullable String systemType,
    @Bindable(defaultValue = "TRANSCEIVER") Bind bind,
    @Bindable(defaultValue = "Profbilet") String sender,
    @Bindable(defaultValue = "2") int window,
    @Bindable(defaultValue = "0") int perSecond,
    @Bindable(defaultValue = "SAME") ReceiptId receiptId,
    @Bindable(defaultValue = "15s") Duration enquireEvery) {

  /** Many centres want one line a direction, as SMPP 3.3 did. */
  enum Bind {
    TRANSCEIVER(BindType.BIND_TRX),
    SEPARATE(BindType.BIND_TX, BindType.BIND_RX);

    private final List<BindType> lines;

    Bind(BindType... lines) {
      this.lines = List.of(lines);
    }

    /** The first is the one for messages. */
    List<BindType> lines() {
      return lines;
    }
  }

  /** Many centres answer a submission in hexadecimal and write the receipt in decimal. */
  enum ReceiptId {
    SAME,
    DECIMAL_OF_HEX,
    HEX_OF_DECIMAL
  }

  SmppSettings {
    if (!sender.matches("[A-Za-z0-9 ._-]{1,11}|\\d{1,15}")) {
      throw new IllegalArgumentException(
          "PROFBILET_SMPP_SENDER is neither 11 Latin letters nor a number");
    }
  }

  @Override
  public String toString() {
    return "SmppSettings[" + host + ":" + port + "]";
  }
}
