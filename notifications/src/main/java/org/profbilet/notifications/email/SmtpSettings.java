package org.profbilet.notifications.email;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * The mail server ({@code PROFBILET_SMTP_HOST} …). Without a host the e-mail route is paused and
 * says so at the start.
 */
@ConfigurationProperties("profbilet.smtp")
record SmtpSettings(
    @Nullable String host,
    @Bindable(defaultValue = "587") int port,
    @Bindable(defaultValue = "STARTTLS") Security security,
    @Nullable String username,
    @Nullable String password,
    @Bindable(defaultValue = "noreply@localhost") String from) {

  /** How the line to the server is protected. NONE is for a server on this machine. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  SmtpSettings {
    if (from.chars().anyMatch(Character::isISOControl) || from.indexOf('@') < 1) {
      throw new IllegalArgumentException("profbilet.smtp.from is no address");
    }
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
