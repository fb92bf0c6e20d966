package org.profbilet.meetings.quorum;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.NotYours;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.ElectedBody;
import org.profbilet.contract.chair.MandateAct;
import org.profbilet.contract.chair.MandateStanding;
import org.profbilet.contract.chair.NewConfirmation;
import org.profbilet.contract.chair.NewMandateAct;
import org.profbilet.contract.chair.QuorumBase;
import org.profbilet.organisations.Organisations;

/** Confirms, rejects, withdraws and replaces mandates; every act says how the base changed. */
@Singleton
public class MandateCommission {

  /** What people with a mandate are on the lists of meetings. */
  public static final String CATEGORY = "делегат";

  private final OwnBodies ownBodies;
  private final BodyRepository bodies;
  private final MandateRepository mandates;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  MandateCommission(
      OwnBodies ownBodies,
      BodyRepository bodies,
      MandateRepository mandates,
      Organisations organisations,
      Audit audit,
      Clock clock) {
    this.ownBodies = ownBodies;
    this.bodies = bodies;
    this.mandates = mandates;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why the commission cannot do so. */
  public enum Reason {
    /** What was decided before does not allow it. */
    STANDING_WRONG,
    /** To replace somebody an alternate of the same organisation is needed. */
    ALTERNATE_WRONG,
    /** Another alternate comes first. */
    ALTERNATE_OUT_OF_ORDER
  }

  /**
   * @throws NotYours where the body is of another organisation
   */
  @Transactional
  public ElectedBody show(UUID accountId, UUID bodyId) {
    BodyRow body = ownBodies.open(accountId, bodyId);
    return new ElectedBody(
        body.id(),
        body.name(),
        body.kind(),
        body.base(),
        body.share(),
        body.shareOfOrganisations(),
        body.countsRemote(),
        body.charter(),
        body.base() == QuorumBase.ON_RECORD ? null : base(body),
        body.allocationDecision(),
        bodies.listSeats(bodyId).stream().map(MandateCommission::seat).toList(),
        mandates.listOf(bodyId, null, today(body)).stream().map(MandateLine::shown).toList(),
        listActs(body));
  }

  private static ElectedBody.Seat seat(SeatRow row) {
    return new ElectedBody.Seat(row.senderId(), row.sender(), row.members(), row.seats());
  }

  /**
   * Confirms many at once; what was confirmed before stays as it is.
   *
   * @throws NotYours where the body, or one of the mandates, is of somebody else
   */
  @Transactional
  public void confirm(UUID accountId, UUID bodyId, NewConfirmation asked) {
    BodyRow body = ownBodies.lock(accountId, bodyId);
    List<UUID> wanted = asked.mandateIds().stream().distinct().toList();
    String ids = wanted.stream().map(UUID::toString).collect(Collectors.joining(","));
    if (mandates.countOf(bodyId, ids) != wanted.size()) {
      throw new NotYours();
    }
    int before = base(body);
    if (mandates.markConfirmed(bodyId, ids) > 0) {
      keep(accountId, body, null, MandateAct.CONFIRM, asked.decision(), before);
    }
  }

  /**
   * @return why not, or nothing
   * @throws NotYours where the body has no such mandate
   */
  @Transactional
  public Optional<Reason> decide(UUID accountId, UUID bodyId, UUID mandateId, NewMandateAct asked) {
    BodyRow body = ownBodies.lock(accountId, bodyId);
    MandateRow mandate = mandates.find(mandateId, bodyId).orElseThrow(NotYours::new);
    int before = base(body);
    Optional<Reason> refusal = act(mandate, asked);
    if (refusal.isEmpty()) {
      keep(accountId, body, mandate, asked.act(), asked.decision(), before);
    }
    return refusal;
  }

  private Optional<Reason> act(MandateRow mandate, NewMandateAct asked) {
    if (!follows(mandate.standing(), asked.act())) {
      return Optional.of(Reason.STANDING_WRONG);
    }
    return switch (asked.act()) {
      case CONFIRM -> done(mandates.markConfirmed(mandate.bodyId(), mandate.id().toString()));
      case REJECT -> done(mandates.mark(mandate.id(), MandateStanding.REJECTED.name(), null));
      case WITHDRAW -> done(mandates.mark(mandate.id(), MandateStanding.WITHDRAWN.name(), null));
      case REPLACE -> replace(mandate, asked.alternateId());
    };
  }

  private static boolean follows(MandateStanding standing, MandateAct act) {
    return switch (act) {
      case CONFIRM -> standing == MandateStanding.SUBMITTED || standing == MandateStanding.REJECTED;
      case REJECT -> standing == MandateStanding.SUBMITTED || standing == MandateStanding.ALTERNATE;
      case WITHDRAW ->
          standing == MandateStanding.CONFIRMED || standing == MandateStanding.ALTERNATE;
      case REPLACE ->
          standing == MandateStanding.CONFIRMED || standing == MandateStanding.WITHDRAWN;
    };
  }

  /** One act: the old mandate ends, the new one begins, and the base stays. */
  private Optional<Reason> replace(MandateRow old, @Nullable UUID alternateId) {
    MandateRow alternate =
        alternateId == null ? null : mandates.find(alternateId, old.bodyId()).orElse(null);
    if (alternate == null
        || alternate.standing() != MandateStanding.ALTERNATE
        || alternate.vote() != old.vote()
        || !alternate.senderId().equals(old.senderId())) {
      return Optional.of(Reason.ALTERNATE_WRONG);
    }
    int place = alternate.place() == null ? 0 : alternate.place();
    if (mandates.countBefore(old.bodyId(), old.senderId(), place) > 0) {
      return Optional.of(Reason.ALTERNATE_OUT_OF_ORDER);
    }
    mandates.markActivated(alternate.id(), old.bodyId());
    return done(mandates.mark(old.id(), MandateStanding.REPLACED.name(), alternate.id()));
  }

  private static Optional<Reason> done(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("a mandate of a locked body has changed");
    }
    return Optional.empty();
  }

  private void keep(
      UUID accountId,
      BodyRow body,
      @Nullable MandateRow mandate,
      MandateAct act,
      String decision,
      int before) {
    UUID mandateId = mandate == null ? null : mandate.id();
    mandates.insertAct(
        UuidCreator.getTimeOrderedEpoch(),
        body.id(),
        body.organisationId(),
        mandateId,
        act.name(),
        mandate == null ? null : mandate.number(),
        decision.strip(),
        before,
        base(body),
        accountId,
        clock.instant());
    mandates.tellDoors(body.id(), CATEGORY, today(body));
    audit.record(
        accountId,
        body.organisationId(),
        "MANDATE_DECIDED",
        mandateId == null ? body.id() : mandateId,
        Map.of("act", act.name()));
  }

  private int base(BodyRow body) {
    return mandates.countBase(body.id(), body.base() == QuorumBase.ELECTED);
  }

  private LocalDate today(BodyRow body) {
    return LocalDate.ofInstant(
        clock.instant(), ZoneId.of(organisations.get(body.organisationId()).zone()));
  }

  /** What was decided so far, for the papers of a sitting. */
  public List<ElectedBody.Act> listActs(BodyRow body) {
    return mandates.listActs(body.id()).stream().map(ActRow::shown).toList();
  }

  /** Whether anybody was ever sent to the body. */
  public boolean hasMandates(BodyRow body) {
    return mandates.existsOf(body.id());
  }

  /** The doors of a meeting at which the body sits learn who holds a mandate. */
  public void tellDoors(BodyRow body) {
    mandates.tellDoors(body.id(), CATEGORY, today(body));
  }
}
