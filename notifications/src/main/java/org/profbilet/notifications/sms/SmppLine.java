package org.profbilet.notifications.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.RoutePause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session with the SMS centre, for both directions or for one: asked for its life by
 * enquire_link, opened anew with a growing pause when it broke.
 */
final class SmppLine {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLine.class);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int BIND_MILLIS = 4_000;

  /** Below the limit of a hand-over, so that a silent centre ends as uncertain and not as cut. */
  static final int ANSWER_MILLIS = 3_500;

  /** A receipt waits for the database; answers to submissions must not queue behind it. */
  private static final int READERS = 8;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);

  private final SmppSettings settings;
  private final BindType type;
  private final MessageReceiverListener receiver;
  private final RoutePause pause;
  private volatile @Nullable SMPPSession session;
  private int failures;

  SmppLine(SmppSettings settings, BindType type, MessageReceiverListener receiver, Clock clock) {
    this.settings = settings;
    this.type = type;
    this.receiver = receiver;
    this.pause = new RoutePause(clock);
  }

  RoutePause pause() {
    return pause;
  }

  /** The session, where it is in use now. */
  @Nullable SMPPSession open() {
    SMPPSession now = session;
    return now != null && now.getSessionState().isBound() ? now : null;
  }

  /** Connects where need be, before any consent is locked. */
  synchronized void prepare() {
    if (open() != null || pause.readiness() instanceof Readiness.Paused) {
      return;
    }
    close();
    try {
      session = connect();
      failures = 0;
    } catch (IOException e) {
      fail(e);
    }
  }

  synchronized void close() {
    SMPPSession old = session;
    session = null;
    if (old != null) {
      old.unbindAndClose();
    }
  }

  private SMPPSession connect() throws IOException {
    SMPPSession fresh = new SMPPSession(this::socket);
    fresh.setPduProcessorDegree(READERS);
    fresh.setTransactionTimer(ANSWER_MILLIS);
    fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
    // Before the bind: a centre delivers what has waited for us at once.
    fresh.setMessageReceiverListener(receiver);
    fresh.connectAndBind(
        settings.host(),
        settings.port(),
        new BindParameter(
            type,
            settings.systemId(),
            settings.password(),
            settings.systemType(),
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null),
        BIND_MILLIS);
    return fresh;
  }

  private void fail(IOException failure) {
    if (failure.getCause() instanceof NegativeResponseException refusal
        && SmppStatus.isAboutUs(refusal.getCommandStatus())) {
      LOG.error(
          "The SMS centre refuses our log-in ({}); SMS is paused for {}",
          SmppStatus.code(refusal.getCommandStatus()),
          MISCONFIGURED);
      pause.close(MISCONFIGURED, "LOGIN_REFUSED");
      return;
    }
    long most = FIRST_PAUSE.toMillis() << Math.min(failures++, MOST_DOUBLINGS);
    Duration length = Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
    LOG.warn("The SMS centre is not reached ({}); again in {}", failure.getClass(), length);
    pause.close(length, "NO_CONNECTION");
  }

  /** Without TCP_NODELAY a centre takes some 80 messages a second over one line. */
  private Connection socket(String host, int port) throws IOException {
    Socket line = new Socket();
    try {
      line.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      line.setTcpNoDelay(true);
      return new SocketConnection(settings.tls() ? encrypt(line) : line);
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  private Socket encrypt(Socket line) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket encrypted =
        (SSLSocket) factory.createSocket(line, settings.host(), settings.port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }
}
