package org.profbilet.members.transfers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.profbilet.access.RowScope;
import org.profbilet.members.Today;

/** Lets a member go whose primary did not answer in time, so that nobody is held by silence. */
@Singleton
public class GrantDue {

  private final ClaimRepository claims;
  private final GrantOne grantOne;
  private final Today today;

  GrantDue(ClaimRepository claims, GrantOne grantOne, Today today) {
    this.claims = claims;
    this.grantOne = grantOne;
    this.today = today;
  }

  /**
   * @return how many went
   */
  public int grantAll() {
    return (int)
        claims.listDue(today.date(), null).stream()
            .filter(due -> grantOne.grant(due.requestId(), due.primaryId(), due.toPrimaryId()))
            .count();
  }

  /** Each in a transaction of its own: one that cannot go holds nobody up. */
  @Singleton
  static class GrantOne {

    private final RowScope rowScope;
    private final MoveMember moveMember;

    GrantOne(RowScope rowScope, MoveMember moveMember) {
      this.rowScope = rowScope;
      this.moveMember = moveMember;
    }

    @Transactional
    boolean grant(UUID requestId, UUID fromPrimaryId, UUID toPrimaryId) {
      rowScope.primary(fromPrimaryId);
      return moveMember.grant(requestId, fromPrimaryId, toPrimaryId, null, null)
          == MoveMember.Outcome.MOVED;
    }
  }
}
