package org.profbilet.notifications.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * A letter to one recipient whose Message-ID is that of the delivery, at every attempt the same.
 */
final class Letter extends MimeMessage {

  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** What is written; {@code wayOut} is the link of RFC 2369 and RFC 8058. */
  record Draft(
      String messageId,
      String from,
      String fromName,
      InternetAddress to,
      String subject,
      String body,
      String wayOut,
      Instant writtenAt) {

    /**
     * The library lets a line break in a header pass: what follows it would be a header of its own.
     */
    Draft {
      refuseControls(messageId);
      refuseControls(from);
      refuseControls(fromName);
      refuseControls(to.getAddress());
      refuseControls(subject);
      refuseControls(wayOut);
    }

    private static void refuseControls(String header) {
      if (header.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a header is one line");
      }
    }

    @Override
    public String toString() {
      return "Draft[" + messageId + "]";
    }
  }

  static Letter of(Session session, Draft draft) throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    Letter letter = new Letter(session, draft.messageId());
    try {
      letter.setFrom(new InternetAddress(draft.from(), draft.fromName(), utf8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    letter.setRecipient(RecipientType.TO, draft.to());
    letter.setSubject(draft.subject(), utf8);
    letter.setSentDate(Date.from(draft.writtenAt()));
    letter.setText(draft.body(), utf8);
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("List-Unsubscribe", "<" + draft.wayOut() + ">");
    if (draft.wayOut().startsWith("https://")) {
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    letter.saveChanges();
    return letter;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
