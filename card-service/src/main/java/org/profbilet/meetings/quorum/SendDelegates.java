package org.profbilet.meetings.quorum;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.DelegateVote;
import org.profbilet.contract.chair.MandateList;
import org.profbilet.contract.chair.MandateStanding;
import org.profbilet.contract.chair.NewDelegate;
import org.profbilet.meetings.Hashes;
import org.profbilet.organisations.Organisations;

/** An organisation sends members to a body of its own or of one above it. */
@Singleton
public class SendDelegates {

  private final Access access;
  private final RowScope scope;
  private final Organisations organisations;
  private final BodyRepository bodies;
  private final MandateRepository mandates;
  private final Audit audit;
  private final Clock clock;

  SendDelegates(
      Access access,
      RowScope scope,
      Organisations organisations,
      BodyRepository bodies,
      MandateRepository mandates,
      Audit audit,
      Clock clock) {
    this.access = access;
    this.scope = scope;
    this.organisations = organisations;
    this.bodies = bodies;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a delegate cannot be sent. */
  public enum Reason {
    /** Not on record in this organisation on the day of the protocol. */
    NOT_ON_RECORD,
    /** Sent to this body already, by this organisation or another one. */
    ALREADY_SENT,
    NO_SEAT_LEFT,
    IDEMPOTENCY_MISMATCH
  }

  /**
   * @param id the key of the request; the same request again changes nothing
   * @return why not, or nothing
   * @throws NotYours where the caller does not act for the organisation, or the body is neither its
   *     own nor above it
   */
  @Transactional
  public Optional<Reason> send(
      UUID accountId, UUID bodyId, UUID senderId, UUID id, NewDelegate asked) {
    BodyRow body = open(accountId, bodyId, senderId);
    mandates.waitForTurn(bodyId.toString(), senderId.toString());
    String hash = Hashes.sha256(bodyId + "|" + senderId + "|" + asked);
    Optional<MandateRow> known = mandates.find(id, bodyId);
    if (known.isPresent()) {
      boolean isSame = known.get().requestHash().equals(hash);
      return isSame ? Optional.empty() : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    if (!mandates.isOnRecord(asked.personId(), senderId, asked.basisOn())) {
      return Optional.of(Reason.NOT_ON_RECORD);
    }
    if (takesSeat(asked) && isFull(bodyId, senderId)) {
      return Optional.of(Reason.NO_SEAT_LEFT);
    }
    if (insert(accountId, body, senderId, id, asked, hash) == 0) {
      return Optional.of(Reason.ALREADY_SENT);
    }
    audit.record(accountId, senderId, "DELEGATE_SENT", id, Map.of("vote", asked.vote().name()));
    return Optional.empty();
  }

  private int insert(
      UUID accountId, BodyRow body, UUID senderId, UUID id, NewDelegate asked, String hash) {
    MandateStanding standing =
        asked.place() == null ? MandateStanding.SUBMITTED : MandateStanding.ALTERNATE;
    return mandates.insert(
        id,
        body.id(),
        body.organisationId(),
        senderId,
        asked.personId(),
        asked.firstTime(),
        asked.vote().name(),
        standing.name(),
        asked.basis().strip(),
        asked.basisOn(),
        asked.place(),
        hash,
        accountId,
        clock.instant());
  }

  private static boolean takesSeat(NewDelegate asked) {
    return asked.place() == null && asked.vote() == DelegateVote.DECISIVE;
  }

  private boolean isFull(UUID bodyId, UUID senderId) {
    return bodies
        .findSeats(bodyId, senderId)
        .map(seats -> mandates.countSeatsTaken(bodyId, senderId) >= seats)
        .orElse(false);
  }

  /**
   * Whom the organisation has sent, and what became of it.
   *
   * @throws NotYours as above
   */
  @Transactional
  public MandateList list(UUID accountId, UUID bodyId, UUID senderId) {
    BodyRow body = open(accountId, bodyId, senderId);
    LocalDate today =
        LocalDate.ofInstant(
            clock.instant(), ZoneId.of(organisations.get(body.organisationId()).zone()));
    return new MandateList(
        bodies.findSeats(bodyId, senderId).orElse(null),
        mandates.listOf(bodyId, senderId, today).stream().map(MandateLine::shown).toList());
  }

  private BodyRow open(UUID accountId, UUID bodyId, UUID senderId) {
    access.allow(accountId, senderId, Right.HOLD_MEETINGS);
    BodyRow body = bodies.findById(bodyId).orElseThrow(NotYours::new);
    if (!organisations.isWithin(senderId, body.organisationId())) {
      throw new NotYours();
    }
    scope.primary(senderId);
    return body;
  }
}
