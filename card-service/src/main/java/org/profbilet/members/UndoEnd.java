package org.profbilet.members;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/** Takes back a taking off record that was a mistake: the membership goes on without a gap. */
@Singleton
public class UndoEnd {

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final Audit audit;

  UndoEnd(RowScope rowScope, Members members, KeepRegister register, Audit audit) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.audit = audit;
  }

  /**
   * Nothing happens where she is on record already.
   *
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public void undo(Acting acting, UUID personId) {
    rowScope.primary(acting.organisationId());
    members.lock(acting.organisationId());
    RegisteredMember member =
        members.find(acting.organisationId(), personId).orElseThrow(NotYours::new);
    if (member.isOnRecord()) {
      return;
    }
    register.reopen(acting, member);
    audit.record(
        acting.accountId(), acting.organisationId(), "MEMBERSHIP_END_UNDONE", personId, Map.of());
  }
}
