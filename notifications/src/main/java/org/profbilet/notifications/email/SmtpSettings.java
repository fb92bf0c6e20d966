package org.profbilet.notifications.email;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * The mail server ({@code PROFBILET_SMTP_HOST} …). Without a host the e-mail route is paused and
 * says so at the start.
 *
 * @param from what a reader sees as sender
 * @param bouncesTo where servers report letters that did not arrive; the sender where it is not set
 * @param connections how many letters of one class, personal or for many, go at once
 * @param perSecond what the server takes from us; 0 where it sets no limit
 */
@ConfigurationProperties("profbilet.smtp")
record SmtpSettings(
    @Nullable String host,
    @Bindable(defaultValue = "587") int port,
    @Bindable(defaultValue = "STARTTLS") Security security,
    @Nullable String username,
    @Nullable String password,
    @Bindable(defaultValue = "noreply@localhost") String from,
    @Nullable String bouncesTo,
    @Bindable(defaultValue = "1") int connections,
    @Bindable(defaultValue = "0") int perSecond) {

  /** How the line to the server is protected. NONE is for a server on this machine. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  SmtpSettings {
    if (!isAddress(from) || (bouncesTo != null && !isAddress(bouncesTo))) {
      throw new IllegalArgumentException(
          "PROFBILET_SMTP_FROM or PROFBILET_SMTP_BOUNCES_TO is no address");
    }
  }

  private static boolean isAddress(String text) {
    return text.chars().noneMatch(Character::isISOControl) && text.indexOf('@') > 0;
  }

  /** The sender as servers see it. */
  String envelopeSender() {
    return bouncesTo == null ? from : bouncesTo;
  }

  /** What stands behind the @ of our Message-IDs. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + "]";
  }
}
