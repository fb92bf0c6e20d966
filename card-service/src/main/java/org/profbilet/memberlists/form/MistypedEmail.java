package org.profbilet.memberlists.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.profbilet.contacts.EmailAddress;

/** Slips in the names of the mail services that nearly everybody has. */
final class MistypedEmail {

  private static final Map<String, List<String>> SLIPS =
      Map.of(
          "mail.ru", List.of("mai.ru", "mial.ru", "mail.ri", "mali.ru", "maill.ru", "meil.ru"),
          "yandex.ru", List.of("yandeks.ru", "yndex.ru", "yadnex.ru", "jandex.ru", "yandex.ri"),
          "gmail.com", List.of("gmial.com", "gmai.com", "gmail.ru", "gmail.con", "gamil.com"),
          "rambler.ru", List.of("ramler.ru", "rambler.ri", "rambller.ru"));

  private MistypedEmail() {}

  /** The address as it was likely meant. */
  static Optional<String> likely(EmailAddress address) {
    int at = address.value().lastIndexOf('@');
    String domain = address.value().substring(at + 1);
    return SLIPS.entrySet().stream()
        .filter(slip -> slip.getValue().contains(domain))
        .map(slip -> address.value().substring(0, at + 1) + slip.getKey())
        .findFirst();
  }
}
