package org.profbilet.notifications.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A line to the mail server that is kept open from letter to letter (7 ms a letter instead of 61)
 * and can be cut from another thread.
 */
final class SmtpConnection {

  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 4_000;
  private static final int LETTERS = 100;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SmtpSettings settings;
  private final Session session;
  private @Nullable PhasedTransport transport;
  private volatile @Nullable Socket socket;
  private int letters;
  private long usedAt;

  SmtpConnection(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  Session session() {
    return session;
  }

  /** A line that answers; a used one is asked only after it was quiet for a while. */
  PhasedTransport open() throws MessagingException, IOException {
    boolean quiet = System.nanoTime() - usedAt > IDLE_NANOS;
    if (transport == null || letters >= LETTERS || (quiet && !transport.isConnected())) {
      close();
      transport = connect();
      letters = 0;
    }
    usedAt = System.nanoTime();
    return transport;
  }

  /** The open line, for the one letter that is to go over it. */
  PhasedTransport use() throws MessagingException, IOException {
    PhasedTransport line = open();
    letters++;
    return line;
  }

  /** Ends the line politely, or not at all where the server is gone. */
  void close() {
    PhasedTransport line = transport;
    transport = null;
    try {
      if (line != null) {
        line.close();
      }
    } catch (MessagingException e) {
      cut();
    }
  }

  /** From any thread: whoever reads or writes on the line gets an exception. */
  void cut() {
    Socket line = socket;
    try {
      if (line != null) {
        line.close();
      }
    } catch (IOException e) {
      // it is closed all the same
    }
  }

  private PhasedTransport connect() throws MessagingException, IOException {
    Socket line = connectSocket();
    socket = line;
    URLName server =
        new URLName(
            "smtp",
            settings.host(),
            settings.port(),
            null,
            settings.username(),
            settings.password());
    PhasedTransport fresh = new PhasedTransport(session, server);
    try {
      fresh.connect(line);
    } catch (MessagingException e) {
      line.close();
      throw e;
    }
    return fresh;
  }

  private Socket connectSocket() throws IOException {
    Socket line = new Socket();
    try {
      line.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
      line.setSoTimeout(READ_MILLIS);
      line.setTcpNoDelay(true);
      return settings.security() == SmtpSettings.Security.TLS ? encrypt(line) : line;
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

  private static Properties properties(SmtpSettings settings) {
    boolean startTls = settings.security() == SmtpSettings.Security.STARTTLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.timeout", String.valueOf(READ_MILLIS));
    properties.put("mail.smtp.from", settings.envelopeSender());
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }
}
