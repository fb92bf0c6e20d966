package org.profbilet.notifications.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.profbilet.notifications.receipts.Outcome;

/**
 * A server's report of a letter (RFC 3462, 3464), read without its words: which delivery, how it
 * ended, and the code. Who may guess the id of a delivery, 74 random bits, could report it falsely.
 */
record Bounce(UUID delivery, Outcome outcome, String status) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
  private static final Session NO_SERVER = Session.getInstance(new Properties());

  /** Empty for any other letter, and for a report that a letter is only late. */
  static Optional<Bounce> read(InputStream letter) throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(NO_SERVER, letter);
    ContentType type = new ContentType(message.getContentType());
    if (!type.match("multipart/report")) {
      return Optional.empty();
    }
    List<InternetHeaders> status = new ArrayList<>();
    @Nullable String messageId = null;
    MimeMultipart parts = new MimeMultipart(message.getDataHandler().getDataSource());
    for (int place = 0; place < parts.getCount(); place++) {
      BodyPart part = parts.getBodyPart(place);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        status = blocks(part.getInputStream());
      } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
        messageId = new InternetHeaders(part.getInputStream()).getHeader("Message-ID", null);
      }
    }
    return of(status, messageId);
  }

  /** Its first block is about the letter, the others about a recipient each: ours is one. */
  private static Optional<Bounce> of(List<InternetHeaders> blocks, @Nullable String messageId) {
    if (blocks.size() < 2) {
      return Optional.empty();
    }
    InternetHeaders recipient = blocks.get(1);
    String status = find(STATUS, recipient.getHeader("Status", null)).orElse("0.0.0");
    Optional<Outcome> outcome = outcome(recipient.getHeader("Action", null), status);
    Optional<String> id =
        find(ID, blocks.get(0).getHeader("Original-Envelope-Id", null))
            .or(() -> find(ID, messageId));
    return outcome.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bounce(UUID.fromString(id.get()), outcome.get(), status));
  }

  private static Optional<Outcome> outcome(@Nullable String action, String status) {
    return switch (action == null ? "" : action.strip().toLowerCase(Locale.ROOT)) {
      case "failed" ->
          Optional.of(
              new SmtpReply(550, status).isUnknownMailbox()
                  ? Outcome.DEAD_ADDRESS
                  : Outcome.FAILED);
      case "delivered" -> Optional.of(Outcome.DELIVERED);
      default -> Optional.empty();
    };
  }

  private static List<InternetHeaders> blocks(InputStream status)
      throws IOException, MessagingException {
    List<InternetHeaders> blocks = new ArrayList<>();
    String text = new String(status.readAllBytes(), StandardCharsets.UTF_8);
    for (String block : text.strip().split("\\r?\\n(?:[ \\t]*\\r?\\n)+")) {
      blocks.add(
          new InternetHeaders(
              new ByteArrayInputStream((block + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)),
              true));
    }
    return blocks;
  }

  private static Optional<String> find(Pattern pattern, @Nullable String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text.toLowerCase(Locale.ROOT));
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
