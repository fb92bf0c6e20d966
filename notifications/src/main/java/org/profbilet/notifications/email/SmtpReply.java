package org.profbilet.notifications.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the server, code and enhanced status only (RFC 5321, RFC 3463): its text may name
 * the recipient and is never kept.
 */
record SmtpReply(int code, @Nullable String status) {

  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** Empty where the line broke and no server answered. */
  static Optional<SmtpReply> of(MessagingException failure) {
    SmtpReply found = null;
    Exception cause = failure;
    while (cause instanceof MessagingException now) {
      int code = codeOf(now);
      if (code > 0) {
        found = new SmtpReply(code, statusIn(now.getMessage()));
      }
      cause = now.getNextException();
    }
    return Optional.ofNullable(found);
  }

  boolean isTemporary() {
    return code / 100 == 4;
  }

  boolean isAboutUs() {
    return code == 530 || code == 534 || code == 535;
  }

  /**
   * The mailbox is not there; a refusal by policy (5.7.x) or a full mailbox says nothing of that.
   */
  boolean isUnknownMailbox() {
    return status == null
        ? code == 550 || code == 551 || code == 553
        : status.matches("5\\.1\\.(0|1|2|3|6|10)|5\\.2\\.1|5\\.4\\.4");
  }

  String error() {
    return "SMTP_" + code + (status == null ? "" : "_" + status);
  }

  private static int codeOf(MessagingException failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
  }

  private static @Nullable String statusIn(@Nullable String text) {
    Matcher matcher = STATUS.matcher(text == null ? "" : text);
    return matcher.find() ? matcher.group(1) : null;
  }
}
