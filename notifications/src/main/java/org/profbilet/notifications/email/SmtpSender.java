package org.profbilet.notifications.email;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.notifications.channels.HandOver;
import org.profbilet.notifications.channels.Message;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.RoutePause;
import org.profbilet.notifications.channels.Sender;
import org.profbilet.notifications.unsubscribe.UnsubscribeLinks;
import org.profbilet.notifications.wording.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the mail server, one after the other over one line. */
@Singleton
class SmtpSender implements Sender {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);

  private final SmtpSettings settings;
  private final SmtpConnection connection;
  private final UnsubscribeLinks wayOut;
  private final Wording wording;
  private final RoutePause pause;
  private final Clock clock;

  SmtpSender(SmtpSettings settings, UnsubscribeLinks wayOut, Wording wording, Clock clock) {
    this.settings = settings;
    this.connection = new SmtpConnection(settings);
    this.wayOut = wayOut;
    this.wording = wording;
    this.pause = new RoutePause(clock);
    this.clock = clock;
  }

  @EventListener
  void say(StartupEvent started) {
    if (settings.host() == null) {
      LOG.warn("E-mail is paused: PROFBILET_SMTP_HOST is not set. Letters wait until they expire.");
    }
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String provider(ConsentedAddress address) {
    return "SMTP";
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public synchronized Readiness prepare() {
    if (settings.host() == null) {
      return new Readiness.Paused("NOT_CONFIGURED");
    }
    if (pause.readiness() instanceof Readiness.Paused paused) {
      return paused;
    }
    try {
      connection.open();
    } catch (AuthenticationFailedException e) {
      LOG.error("The mail server refuses our log-in; e-mail is paused for {}", MISCONFIGURED);
      pause.close(MISCONFIGURED, "LOGIN_REFUSED");
    } catch (MessagingException | IOException e) {
      LOG.warn("The mail server does not answer ({}); e-mail is paused for {}", e.getClass(), AWAY);
      pause.close(AWAY, "NO_CONNECTION");
    }
    return pause.readiness();
  }

  @Override
  public synchronized HandOver handOver(Message message, ConsentedAddress address) {
    Letter letter;
    try {
      letter = Letter.of(connection.session(), draft(message, address));
    } catch (MessagingException | IllegalArgumentException e) {
      return new HandOver.Dead("NOT_WRITABLE");
    }
    return send(letter);
  }

  @Override
  public void abort(Thread sending) {
    connection.cut();
  }

  @PreDestroy
  synchronized void close() {
    connection.close();
  }

  private HandOver send(Letter letter) {
    PhasedTransport line;
    try {
      line = connection.use();
    } catch (MessagingException | IOException e) {
      return new HandOver.RetryAt(pause.close(AWAY, "NO_CONNECTION"), "NO_CONNECTION");
    }
    try {
      line.sendMessage(letter, letter.getAllRecipients());
      return new HandOver.Accepted(letter.getMessageID());
    } catch (MessagingException e) {
      return judge(line.phase(), e);
    }
  }

  private HandOver judge(PhasedTransport.Phase phase, MessagingException failure) {
    SmtpReply reply = SmtpReply.of(failure).orElse(null);
    if (reply == null) {
      connection.cut();
      connection.close();
      return phase == PhasedTransport.Phase.FINAL_DOT
          ? new HandOver.Uncertain("NO_ANSWER_TO_THE_FINAL_DOT")
          : new HandOver.RetryAt(null, "LINE_BROKEN");
    }
    if (reply.code() == 421 || (reply.isTemporary() && phase == PhasedTransport.Phase.SENDER)) {
      connection.close();
      return new HandOver.RetryAt(pause.close(AWAY, reply.error()), reply.error());
    }
    if (reply.isAboutUs()) {
      LOG.error("The mail server wants another log-in ({})", reply.error());
      return new HandOver.RetryAt(pause.close(MISCONFIGURED, reply.error()), reply.error());
    }
    if (reply.isTemporary()) {
      return new HandOver.RetryAt(null, reply.error());
    }
    return phase == PhasedTransport.Phase.RECIPIENT && reply.isUnknownMailbox()
        ? new HandOver.DeadAddress(reply.error())
        : new HandOver.Dead(reply.error());
  }

  private Letter.Draft draft(Message message, ConsentedAddress address) throws AddressException {
    String link = wayOut.link(message.id(), message.personId(), Channel.EMAIL);
    String body =
        message.body() + "\n\n-- \n" + wording.text(Wording.RUSSIAN, "email.way-out", link) + "\n";
    return new Letter.Draft(
        "<" + message.id() + "@" + settings.domain() + ">",
        settings.from(),
        wording.text(Wording.RUSSIAN, "email.sender"),
        recipient(address.value()),
        message.subject(),
        body,
        link,
        clock.instant());
  }

  /** A Cyrillic domain goes out in its ASCII form; a Cyrillic mailbox would need SMTPUTF8. */
  private static InternetAddress recipient(String value) throws AddressException {
    int at = value.lastIndexOf('@');
    if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(value.substring(0, at))) {
      throw new AddressException();
    }
    return new InternetAddress(
        value.substring(0, at + 1) + IDN.toASCII(value.substring(at + 1)), true);
  }
}
