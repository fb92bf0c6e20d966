package org.profbilet.notifications.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one recipient whose Message-ID is that of the delivery, at every attempt the same.
 */
final class Letter extends SMTPMessage {

  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** What is written; {@code wayOut} is the link of RFC 2369 and RFC 8058, if there is one. */
  record Draft(
      String messageId,
      String from,
      String fromName,
      InternetAddress to,
      String subject,
      String body,
      @Nullable String wayOut,
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
      refuseControls(wayOut == null ? "" : wayOut);
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
    if (draft.wayOut() != null) {
      letter.addWayOut(draft.wayOut());
    }
    letter.saveChanges();
    return letter;
  }

  /**
   * Asks every server on the way for a report where the letter fails, without its content (RFC
   * 3461); the report brings the name back. Only for a server that offers it: the library would
   * write the name to any.
   */
  void askForReport(UUID name) {
    setNotifyOptions(NOTIFY_FAILURE);
    setReturnOption(RETURN_HDRS);
    setMailExtension("ENVID=" + name);
  }

  private void addWayOut(String link) throws MessagingException {
    setHeader("List-Unsubscribe", "<" + link + ">");
    if (link.startsWith("https://")) {
      setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
