package org.profbilet.notifications.sms;

import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.profbilet.notifications.receipts.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes receipts: a row each and nothing more, for the answers to our submissions come over the
 * same line. A receipt is confirmed only when it is stored; the centre brings the others again.
 */
final class SmppReceiver implements MessageReceiverListener {

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

  /** ESME_RX_T_APPN: not now, please again. */
  private static final int AGAIN = 0x64;

  private final SmppSettings settings;
  private final Receipts receipts;

  SmppReceiver(SmppSettings settings, Receipts receipts) {
    this.settings = settings;
    this.receipts = receipts;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
    Optional<SmppReceipt> receipt = SmppReceipt.of(deliver, settings.receiptId());
    if (receipt.isPresent() && receipt.get().outcome().isPresent()) {
      keep(receipt.get());
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // tells that a phone is on again; the centre itself delivers what waits
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw new ProcessRequestException(
        "data_sm is not agreed upon", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  private void keep(SmppReceipt receipt) throws ProcessRequestException {
    try {
      receipts.keep(
          SmppSender.PROVIDER,
          receipt.messageId(),
          receipt.outcome().orElseThrow(),
          receipt.state());
    } catch (RuntimeException e) {
      LOG.warn("A receipt could not be stored ({}); the centre brings it again", e.getClass());
      throw new ProcessRequestException("not now", AGAIN);
    }
  }
}
