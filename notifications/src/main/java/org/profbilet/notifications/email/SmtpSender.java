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
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
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

/**
 * Hands letters to the mail server over lines that stay open, each used by one letter at a time.
 */
@Singleton
class SmtpSender implements Sender {

  /** As attempts and bounces name it. */
  static final String PROVIDER = "SMTP";

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
  private static final Duration AWAY = Duration.ofSeconds(30);

  /** A server that does not know us yet wants to see patience. */
  private static final Duration GREYLISTED = Duration.ofMinutes(5);

  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);

  private final SmtpSettings settings;
  private final UnsubscribeLinks links;
  private final Wording wording;
  private final RoutePause pause;
  private final Clock clock;
  private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
  private final Map<Thread, SmtpConnection> busy = new ConcurrentHashMap<>();

  SmtpSender(SmtpSettings settings, UnsubscribeLinks links, Wording wording, Clock clock) {
    this.settings = settings;
    this.links = links;
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
    return PROVIDER;
  }

  @Override
  public int width() {
    return settings.connections();
  }

  @Override
  public int perSecond() {
    return settings.perSecond();
  }

  @Override
  public Readiness prepare() {
    if (settings.host() == null) {
      return new Readiness.Paused("NOT_CONFIGURED");
    }
    if (pause.readiness() instanceof Readiness.Paused paused) {
      return paused;
    }
    SmtpConnection connection = take();
    try {
      connection.open();
    } catch (AuthenticationFailedException e) {
      LOG.error("The mail server refuses our log-in; e-mail is paused for {}", MISCONFIGURED);
      pause.close(MISCONFIGURED, "LOGIN_REFUSED");
    } catch (MessagingException | IOException e) {
      LOG.warn("The mail server does not answer ({}); e-mail is paused for {}", e.getClass(), AWAY);
      pause.close(AWAY, "NO_CONNECTION");
    } finally {
      idle.push(connection);
    }
    return pause.readiness();
  }

  @Override
  public HandOver handOver(Message message, ConsentedAddress address) {
    SmtpConnection connection = take();
    busy.put(Thread.currentThread(), connection);
    try {
      return send(connection, message, Letter.of(connection.session(), draft(message, address)));
    } catch (MessagingException | IllegalArgumentException e) {
      return new HandOver.Dead("NOT_WRITABLE");
    } finally {
      busy.remove(Thread.currentThread());
      idle.push(connection);
    }
  }

  @Override
  public void abort(Thread sending) {
    SmtpConnection connection = busy.get(sending);
    if (connection != null) {
      connection.cut();
    }
  }

  @PreDestroy
  void close() {
    for (SmtpConnection line = idle.poll(); line != null; line = idle.poll()) {
      line.close();
    }
  }

  /** A line that nobody uses, the last one used first; a new one where all are busy. */
  private SmtpConnection take() {
    SmtpConnection free = idle.poll();
    return free == null ? new SmtpConnection(settings) : free;
  }

  private HandOver send(SmtpConnection connection, Message message, Letter letter) {
    PhasedTransport line;
    try {
      line = connection.use();
    } catch (MessagingException | IOException e) {
      return new HandOver.RetryAt(pause.close(AWAY, "NO_CONNECTION"), "NO_CONNECTION");
    }
    if (line.supportsExtension("DSN")) {
      letter.askForReport(message.id());
    }
    try {
      line.sendMessage(letter, letter.getAllRecipients());
      return new HandOver.Accepted(message.id().toString());
    } catch (MessagingException e) {
      return judge(connection, line.phase(), e);
    }
  }

  private HandOver judge(
      SmtpConnection connection, PhasedTransport.Phase phase, MessagingException failure) {
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
      Instant later = clock.instant().plus(GREYLISTED);
      return new HandOver.RetryAt(
          phase == PhasedTransport.Phase.RECIPIENT ? later : null, reply.error());
    }
    return phase == PhasedTransport.Phase.RECIPIENT && reply.isUnknownMailbox()
        ? new HandOver.DeadAddress(reply.error())
        : new HandOver.Dead(reply.error());
  }

  private Letter.Draft draft(Message message, ConsentedAddress address) throws AddressException {
    Footer footer = footer(message);
    String below = footer.words().isEmpty() ? "" : "\n\n-- \n" + footer.words();
    return new Letter.Draft(
        "<" + message.id() + "@" + settings.domain() + ">",
        settings.from(),
        wording.text(Wording.RUSSIAN, "email.sender"),
        recipient(address.value()),
        message.subject(),
        message.body() + below + "\n",
        footer.oneClick(),
        clock.instant());
  }

  /** What a click of the mail program stops, and the words that stand below the letter. */
  private record Footer(@Nullable String oneClick, String words) {}

  /** A click on advertising stops advertising; all letters are stopped by the link below it. */
  private Footer footer(Message message) {
    UUID id = message.id();
    UUID person = message.personId();
    return switch (message.wayOut()) {
      case NONE -> new Footer(null, "");
      case CHANNEL -> {
        String link = links.link(id, person, Channel.EMAIL);
        yield new Footer(link, wording.text(Wording.RUSSIAN, "email.way-out", link));
      }
      case ADS -> {
        String link = links.linkOfAds(id, person, Channel.EMAIL);
        String all = links.link(id, person, Channel.EMAIL);
        yield new Footer(link, wording.text(Wording.RUSSIAN, "email.way-out-of-ads", link, all));
      }
    };
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
