package org.profbilet.notifications.sms;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.Sender;
import org.profbilet.notifications.receipts.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS over SMPP 3.4. A long text goes part by part; once a part was taken, the rest is never begun
 * anew: half an SMS twice is worse than half an SMS.
 */
@Singleton
@Requires(property = "profbilet.smpp.host")
class SmppSender implements Sender {

  static final String PROVIDER = "SMPP";

  private static final Logger LOG = LoggerFactory.getLogger(SmppSender.class);
  private static final Duration THROTTLED = Duration.ofSeconds(2);
  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);

  /** One day, relative (SMPP 3.4 §7.1.1): a withdrawal should find nothing waiting for a phone. */
  private static final String ONE_DAY = "000001000000000R";

  /** A part that begins later than this would end past the limit of a hand-over. */
  private static final long LAST_BEGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

  private final SmppSettings settings;
  private final List<SmppLine> lines;
  private final SmppLine line;

  SmppSender(SmppSettings settings, Receipts receipts, Clock clock) {
    SmppReceiver receiver = new SmppReceiver(settings, receipts);
    this.settings = settings;
    this.lines =
        settings.bind().lines().stream()
            .map(type -> new SmppLine(settings, type, receiver, clock))
            .toList();
    this.line = lines.get(0);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public String provider(ConsentedAddress address) {
    return PROVIDER;
  }

  @Override
  public int width() {
    return settings.window();
  }

  @Override
  public int perSecond() {
    return settings.perSecond();
  }

  /** Receipts wait at the centre while a line of their own is away; messages need not. */
  @Override
  public Readiness prepare() {
    lines.forEach(SmppLine::prepare);
    return line.pause().readiness();
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    SMPPSession session = line.open();
    if (session == null) {
      return new HandOver.RetryAt(null, "NO_CONNECTION");
    }
    SmsText text;
    try {
      text = SmsText.of(message.brief(), message.id().hashCode());
    } catch (IllegalArgumentException e) {
      return new HandOver.Dead("TOO_LONG");
    }
    return submit(session, text, address.value().replaceFirst("^\\+", ""));
  }

  @PreDestroy
  void close() {
    lines.forEach(SmppLine::close);
  }

  /** The receipt is asked for with the last part: when a phone has that one, it has them all. */
  private HandOver submit(SMPPSession session, SmsText text, String phone) {
    long begun = System.nanoTime();
    int taken = 0;
    String id = null;
    for (byte[] part : text.parts()) {
      if (taken > 0 && System.nanoTime() - begun > LAST_BEGIN_NANOS) {
        return new HandOver.Uncertain("PART_OF_IT_SENT");
      }
      try {
        id = submitPart(session, text, part, phone, taken + 1 == text.parts().size());
        taken++;
      } catch (NegativeResponseException e) {
        HandOver refusal = judge(e.getCommandStatus());
        return taken == 0 ? refusal : new HandOver.Uncertain("PART_OF_IT_SENT");
      } catch (PDUException e) {
        return new HandOver.Dead("NOT_WRITABLE");
      } catch (ResponseTimeoutException | InvalidResponseException e) {
        return new HandOver.Uncertain("NO_ANSWER");
      } catch (IOException e) {
        return new HandOver.Uncertain("LINE_BROKEN");
      }
    }
    return new HandOver.Accepted(id == null || id.isBlank() ? null : SmppReceipt.canonical(id));
  }

  /** The centre's number of it; some give none. */
  private @Nullable String submitPart(
      SMPPSession session, SmsText text, byte[] part, String phone, boolean isLast)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    boolean letters = !settings.sender().matches("\\d+");
    return session
        .submitShortMessage(
            "",
            letters ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.INTERNATIONAL,
            letters ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
            settings.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            phone,
            text.isJoined()
                ? new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI)
                : new ESMClass(),
            (byte) 0,
            (byte) 0,
            null,
            ONE_DAY,
            new RegisteredDelivery(
                isLast ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
            (byte) 0,
            new RawDataCoding(text.alphabet().dataCoding()),
            (byte) 0,
            part)
        .getMessageId();
  }

  private HandOver judge(int status) {
    String error = SmppStatus.code(status);
    return switch (SmppStatus.of(status)) {
      case THROTTLED -> new HandOver.RetryAt(line.pause().close(THROTTLED, error), error);
      case LATER -> new HandOver.RetryAt(null, error);
      case ABOUT_US -> aboutUs(error);
      case NO_SUCH_NUMBER -> new HandOver.DeadAddress(error);
      case NEVER -> new HandOver.Dead(error);
    };
  }

  private HandOver aboutUs(String error) {
    LOG.error("The SMS centre refuses us ({}); SMS is paused for {}", error, MISCONFIGURED);
    return new HandOver.RetryAt(line.pause().close(MISCONFIGURED, error), error);
  }
}
