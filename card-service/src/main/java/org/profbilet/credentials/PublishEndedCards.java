package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.cards.PlasticTokens;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.TicketNumber;
import org.profbilet.contract.trust.EndedCards;

/**
 * Publishes which printed cards are no longer good. The register is asked at most once a minute,
 * and the list is signed anew when a card has ended since, every hour in any case.
 */
@Singleton
public class PublishEndedCards {

  static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

  private final EndedCopyRepository copies;
  private final PlasticTokens tokens;
  private final IssuerKeys keys;
  private final Clock clock;

  private @Nullable Kept kept;

  PublishEndedCards(
      EndedCopyRepository copies, PlasticTokens tokens, IssuerKeys keys, Clock clock) {
    this.copies = copies;
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
  }

  /** A signed list, what it was made from and when, and when the register was asked last. */
  private record Kept(List<EndedCopy> copies, Instant madeAt, Instant askedAt, String text) {}

  /** The signed list. */
  public synchronized String list() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Kept known = kept;
    if (known == null || !now.isBefore(known.askedAt().plus(AT_MOST_EVERY))) {
      known = ask(known, now);
      kept = known;
    }
    return known.text();
  }

  private Kept ask(@Nullable Kept known, Instant now) {
    List<EndedCopy> ended = copies.list();
    if (known != null
        && known.copies().equals(ended)
        && now.isBefore(known.madeAt().plus(PublishTrust.AT_LEAST_EVERY))) {
      return new Kept(ended, known.madeAt(), now, known.text());
    }
    return new Kept(ended, now, now, sign(ended, now));
  }

  private String sign(List<EndedCopy> ended, Instant now) {
    IssuerKeys.Signer root = keys.root();
    return EndedCards.of(
            now,
            now.plus(PublishTrust.LIFE),
            ended.stream()
                .map(
                    copy ->
                        tokens.of(
                            new TicketNumber(copy.ticketNumber()), new CardSerial(copy.serial())))
                .toList())
        .sign(root.id(), root.key());
  }
}
