package org.profbilet.credentials;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.credentials.ActivationRow.Origin;

/**
 * A member without a slip asks for a code to an address on her record (purpose VERIFY). She learns
 * nothing from the answer: it is the same for a number that does not exist.
 */
@Singleton
public class AskForCode {

  static final Duration LIFE = Duration.ofMinutes(30);
  static final int CODES_A_DAY = 3;

  private final RowScope rowScope;
  private final ActivationRepository activations;
  private final ActivationSecrets secrets;
  private final HolderRepository holders;
  private final ApplicationEventPublisher<ActivationCodeAsked> facts;
  private final Audit audit;
  private final Clock clock;

  AskForCode(
      RowScope rowScope,
      ActivationRepository activations,
      ActivationSecrets secrets,
      HolderRepository holders,
      ApplicationEventPublisher<ActivationCodeAsked> facts,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.activations = activations;
    this.secrets = secrets;
    this.holders = holders;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void ask(String ticketNumber, LocalDate birthDate) {
    activations.findByTicketAndBirth(ticketNumber, birthDate).ifPresent(this::open);
  }

  private void open(UUID personId) {
    rowScope.person(personId);
    holders
        .findById(personId, Days.today(clock))
        .filter(holder -> NotEligible.of(holder).isEmpty())
        .filter(holder -> mayAskAgain(personId))
        .ifPresent(this::open);
  }

  private boolean mayAskAgain(UUID personId) {
    Instant since = clock.instant().minus(Duration.ofDays(1));
    return activations.countCodesAskedSince(personId, since) < CODES_A_DAY;
  }

  private void open(Holder holder) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    activations.save(
        new ActivationRow(
            id,
            holder.id(),
            holder.primaryId(),
            holder.ticketNumber(),
            Origin.CONTACT,
            secrets.offerHash(secrets.offer(id)),
            null,
            null,
            now,
            now.plus(LIFE),
            0,
            null,
            null));
    audit.record(null, holder.primaryId(), "ACTIVATION_CODE_ASKED", holder.id(), Map.of());
    facts.publishEvent(new ActivationCodeAsked(id, holder.id()));
  }
}
