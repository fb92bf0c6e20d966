package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.Today;

/**
 * A member answers herself when another primary asks for her: she need not wait for her chair, and
 * nobody moves her by mistake.
 */
@Singleton
public class AnswerOwnClaim {

  private final RowScope rowScope;
  private final ClaimRepository claims;
  private final RequestRepository requests;
  private final MoveMember moveMember;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  AnswerOwnClaim(
      RowScope rowScope,
      ClaimRepository claims,
      RequestRepository requests,
      MoveMember moveMember,
      Audit audit,
      Today today,
      Clock clock) {
    this.rowScope = rowScope;
    this.claims = claims;
    this.requests = requests;
    this.moveMember = moveMember;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /** Who asks for her and waits. */
  @Transactional
  public List<Claim> listWaiting(UUID personId) {
    rowScope.person(personId);
    return claims.listWaitingFor(personId);
  }

  /**
   * From the earliest possible day on that is not before the one wished for.
   *
   * @return false where it has been answered meanwhile
   * @throws NotYours where nobody asks for her so
   */
  @Transactional
  public boolean confirm(UUID personId, UUID requestId) {
    Claim claim = find(personId, requestId);
    boolean moved =
        moveMember.grant(requestId, claim.primaryId(), claim.toPrimaryId(), null, null)
            == MoveMember.Outcome.MOVED;
    if (moved) {
      audit.record(null, claim.primaryId(), "REQUEST_CONFIRMED_BY_MEMBER", requestId, Map.of());
    }
    return moved;
  }

  /**
   * @param reason what the asking chair will read
   * @return false where it has been answered meanwhile
   * @throws NotYours where nobody asks for her so
   */
  @Transactional
  public boolean refuse(UUID personId, UUID requestId, String reason) {
    Claim claim = find(personId, requestId);
    if (!claims.open(requestId, today.date()) || claims.settle(requestId, "REFUSED") == 0) {
      return false;
    }
    requests.answer(requestId, "REFUSED", clock.instant(), reason, null, null);
    audit.record(null, claim.primaryId(), "REQUEST_REFUSED_BY_MEMBER", requestId, Map.of());
    return true;
  }

  private Claim find(UUID personId, UUID requestId) {
    rowScope.person(personId);
    return claims.findOwn(requestId, personId).orElseThrow(NotYours::new);
  }
}
