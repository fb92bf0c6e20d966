package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.Today;

/** The sending primary lets a member go to the one that asks, or says why not. */
@Singleton
public class AnswerClaim {

  private final RowScope rowScope;
  private final ClaimRepository claims;
  private final RequestRepository requests;
  private final MoveMember moveMember;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  AnswerClaim(
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

  /** What became of the answer. */
  public enum Outcome {
    ANSWERED,
    NOT_WAITING,
    DAY_WRONG
  }

  /** What lies before this primary and waits. */
  @Transactional
  public List<Claim> listWaiting(Acting acting) {
    rowScope.primary(acting.organisationId());
    return claims.listWaiting(acting.organisationId());
  }

  /**
   * @param day the first day in the receiving primary, or null for the day wished for
   * @throws NotYours where no such claim lies before this primary
   */
  @Transactional
  public Outcome grant(Acting acting, UUID requestId, @Nullable LocalDate day) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Claim claim = claims.find(requestId, primaryId).orElseThrow(NotYours::new);
    return switch (moveMember.grant(
        requestId, primaryId, claim.toPrimaryId(), day, acting.accountId())) {
      case MOVED -> Outcome.ANSWERED;
      case NOT_WAITING -> Outcome.NOT_WAITING;
      case DAY_WRONG -> Outcome.DAY_WRONG;
    };
  }

  /**
   * @param reason what the asking chair will read
   * @throws NotYours where no such claim lies before this primary
   */
  @Transactional
  public Outcome refuse(Acting acting, UUID requestId, String reason) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    if (claims.find(requestId, primaryId).isEmpty()) {
      throw new NotYours();
    }
    if (!claims.open(requestId, today.date()) || claims.settle(requestId, "REFUSED") == 0) {
      return Outcome.NOT_WAITING;
    }
    requests.answer(requestId, "REFUSED", clock.instant(), reason, null, null);
    audit.record(acting.accountId(), primaryId, "REQUEST_REFUSED", requestId, Map.of());
    return Outcome.ANSWERED;
  }
}
