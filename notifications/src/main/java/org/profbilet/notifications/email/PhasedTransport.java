package org.profbilet.notifications.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Remembers how far a letter got. The library reports a line that breaks before the letter and one
 * that breaks after its final dot by the same exception; only the first may be tried again.
 */
final class PhasedTransport extends SMTPTransport {

  enum Phase {
    SENDER,
    RECIPIENT,
    CONTENT,
    /** From here on the server may have taken the letter. */
    FINAL_DOT
  }

  private Phase phase = Phase.SENDER;

  PhasedTransport(Session session, URLName server) {
    super(session, server);
  }

  Phase phase() {
    return phase;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    phase = Phase.SENDER;
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    phase = Phase.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    phase = Phase.CONTENT;
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    phase = Phase.FINAL_DOT;
    super.finishData();
  }
}
