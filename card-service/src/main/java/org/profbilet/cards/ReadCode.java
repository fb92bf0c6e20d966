package org.profbilet.cards;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.credential.PlasticCode;
import org.profbilet.contract.credential.TicketNumber;

/** Reads what is printed on a card: the QR, which proves the copy, or the number in Code 128. */
@Singleton
class ReadCode {

  private final PlasticTokens tokens;

  ReadCode(PlasticTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param serial null where only the ticket's number was read
   */
  record Copy(String ticketNumber, @Nullable String serial) {}

  /** Nothing where we never printed this. */
  Optional<Copy> read(String code) {
    String text = code.strip();
    try {
      return text.matches("[0-9]{10}")
          ? Optional.of(new Copy(new TicketNumber(text).value(), null))
          : Optional.of(PlasticCode.parse(text)).filter(tokens::isGenuine).map(ReadCode::copy);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Copy copy(PlasticCode code) {
    return new Copy(code.ticket().value(), code.serial().value());
  }
}
