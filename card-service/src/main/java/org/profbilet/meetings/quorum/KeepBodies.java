package org.profbilet.meetings.quorum;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Access;
import org.profbilet.access.NotYours;
import org.profbilet.access.Right;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contract.chair.Bodies;
import org.profbilet.contract.chair.BodyKind;
import org.profbilet.contract.chair.NewAllocation;
import org.profbilet.contract.chair.NewBody;
import org.profbilet.contract.chair.QuorumShare;
import org.profbilet.meetings.Hashes;

/** Keeps the elected bodies of an organisation, and allots the seats in them. */
@Singleton
public class KeepBodies {

  private final Access access;
  private final RowScope scope;
  private final OwnBodies ownBodies;
  private final BodyRepository bodies;
  private final Audit audit;
  private final Clock clock;

  KeepBodies(
      Access access,
      RowScope scope,
      OwnBodies ownBodies,
      BodyRepository bodies,
      Audit audit,
      Clock clock) {
    this.access = access;
    this.scope = scope;
    this.ownBodies = ownBodies;
    this.bodies = bodies;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a body cannot be so. */
  public enum Reason {
    /** More than all, or more than all of the organisations. */
    SHARE_WRONG,
    IDEMPOTENCY_MISMATCH
  }

  /**
   * @param id the key of the request; the same request again changes nothing
   * @return why not, or nothing
   * @throws NotYours where the caller does not act for the organisation
   */
  @Transactional
  public Optional<Reason> create(UUID accountId, UUID organisationId, UUID id, NewBody asked) {
    access.allow(accountId, organisationId, Right.HOLD_MEETINGS);
    scope.primary(organisationId);
    QuorumShare share = asked.share() == null ? usual(asked.kind()) : asked.share();
    if (!isPossible(share) || !isPossible(asked.organisations())) {
      return Optional.of(Reason.SHARE_WRONG);
    }
    String hash = Hashes.sha256(organisationId + "|" + asked);
    BodyRow known = bodies.findById(id).orElse(null);
    if (known != null) {
      return known.requestHash().equals(hash)
          ? Optional.empty()
          : Optional.of(Reason.IDEMPOTENCY_MISMATCH);
    }
    bodies.save(row(accountId, organisationId, id, asked, share, hash));
    audit.record(
        accountId, organisationId, "BODY_CREATED", id, Map.of("kind", asked.kind().name()));
    return Optional.empty();
  }

  private BodyRow row(
      UUID accountId, UUID organisationId, UUID id, NewBody asked, QuorumShare share, String hash) {
    QuorumShare second = asked.organisations();
    return new BodyRow(
        id,
        organisationId,
        asked.name().strip(),
        asked.kind(),
        asked.base(),
        share.numerator(),
        share.denominator(),
        share.moreThan(),
        second == null ? null : second.numerator(),
        second == null ? null : second.denominator(),
        second == null ? null : second.moreThan(),
        asked.countsRemote(),
        asked.charter(),
        null,
        hash,
        accountId,
        clock.instant());
  }

  /** What stands in most charters; that of this union must confirm it. */
  private static QuorumShare usual(BodyKind kind) {
    return switch (kind) {
      case CONFERENCE, CONGRESS -> new QuorumShare(2, 3, false);
      case MEETING, COMMITTEE, COUNCIL, PRESIDIUM, AUDIT -> new QuorumShare(1, 2, true);
    };
  }

  private static boolean isPossible(@Nullable QuorumShare share) {
    if (share == null) {
      return true;
    }
    return share.moreThan()
        ? share.numerator() < share.denominator()
        : share.numerator() <= share.denominator();
  }

  /**
   * @throws NotYours where the caller does not act for the organisation
   */
  @Transactional
  public Bodies list(UUID accountId, UUID organisationId) {
    access.allow(accountId, organisationId, Right.HOLD_MEETINGS);
    List<BodyLine> lines = bodies.listAround(organisationId);
    return new Bodies(
        lines.stream()
            .filter(line -> line.organisationId().equals(organisationId))
            .map(KeepBodies::line)
            .toList(),
        lines.stream()
            .filter(line -> !line.organisationId().equals(organisationId))
            .filter(line -> line.kind() != BodyKind.MEETING)
            .map(KeepBodies::line)
            .toList());
  }

  private static Bodies.Line line(BodyLine line) {
    return new Bodies.Line(line.id(), line.name(), line.kind(), line.organisation());
  }

  /**
   * Seats for every primary below by its members on the day; they replace those allotted before.
   *
   * @throws NotYours where the body is of another organisation
   */
  @Transactional
  public void allot(UUID accountId, UUID bodyId, NewAllocation asked) {
    BodyRow body = ownBodies.lock(accountId, bodyId);
    bodies.deleteSeats(bodyId);
    List<MembersRow> primaries = bodies.listMembersBelow(body.organisationId(), asked.on());
    primaries.forEach(
        primary ->
            bodies.insertSeat(
                bodyId,
                primary.primaryId(),
                body.organisationId(),
                primary.members(),
                asked.seats(primary.members())));
    bodies.markAllotted(bodyId, asked.decision().strip());
    audit.record(
        accountId,
        body.organisationId(),
        "SEATS_ALLOTTED",
        bodyId,
        Map.of("organisations", primaries.size(), "norm", asked.norm()));
  }
}
