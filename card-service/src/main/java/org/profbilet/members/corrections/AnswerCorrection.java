package org.profbilet.members.corrections;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.FieldChange;
import org.profbilet.members.KeepRegister;
import org.profbilet.members.KeepRegister.Revision;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;

/**
 * The chair accepts what a member proposed, and it stands in the record; or declines with a reason.
 */
@Singleton
public class AnswerCorrection {

  private final RowScope rowScope;
  private final CorrectionRepository corrections;
  private final Members members;
  private final KeepRegister register;
  private final OwnAddresses addresses;
  private final ObjectMapper json;
  private final Audit audit;
  private final Clock clock;

  AnswerCorrection(
      RowScope rowScope,
      CorrectionRepository corrections,
      Members members,
      KeepRegister register,
      OwnAddresses addresses,
      ObjectMapper json,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.corrections = corrections;
    this.members = members;
    this.register = register;
    this.addresses = addresses;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the answer. */
  public enum Outcome {
    ANSWERED,
    ALREADY_ANSWERED,
    /** Something else stands there by now than what the member saw. */
    RECORD_CHANGED
  }

  /** Oldest first. */
  @Transactional
  public List<Correction> listOpen(Acting acting) {
    rowScope.primary(acting.organisationId());
    return corrections.listOpen(acting.organisationId()).stream()
        .map(row -> OwnRecord.read(json, row))
        .toList();
  }

  /**
   * @throws NotYours where this primary has no such proposal
   */
  @Transactional
  public Outcome accept(Acting acting, UUID id) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    Correction correction = hold(id, primaryId);
    if (correction.state() != CorrectionState.OPEN) {
      return again(correction, CorrectionState.ACCEPTED);
    }
    RegisteredMember member =
        members.find(primaryId, correction.personId()).orElseThrow(NotYours::new);
    MemberRecord after = member.member();
    for (FieldChange change : correction.changes()) {
      CorrectedField field = CorrectedField.valueOf(change.field());
      String now =
          field.isAddress()
              ? addresses.find(primaryId, correction.personId(), field).orElse(null)
              : CorrectRecord.value(member.member(), field);
      if (!Objects.equals(now, change.before())) {
        return Outcome.RECORD_CHANGED;
      }
      after = field.isAddress() ? after : CorrectRecord.with(after, change);
    }
    if (!after.equals(member.member())) {
      register.change(acting, List.of(new Revision(member, after)));
    }
    changeAddresses(primaryId, correction);
    settle(acting, id, CorrectionState.ACCEPTED, "");
    return Outcome.ANSWERED;
  }

  private void changeAddresses(UUID primaryId, Correction correction) {
    for (FieldChange change : correction.changes()) {
      CorrectedField field = CorrectedField.valueOf(change.field());
      if (field.isAddress()) {
        addresses.change(
            primaryId, correction.personId(), field, Objects.requireNonNull(change.after()));
      }
    }
  }

  /**
   * @param reason what the member will read
   * @throws NotYours where this primary has no such proposal
   */
  @Transactional
  public Outcome decline(Acting acting, UUID id, String reason) {
    rowScope.primary(acting.organisationId());
    Correction correction = hold(id, acting.organisationId());
    if (correction.state() != CorrectionState.OPEN) {
      return again(correction, CorrectionState.DECLINED);
    }
    settle(acting, id, CorrectionState.DECLINED, reason);
    return Outcome.ANSWERED;
  }

  private Correction hold(UUID id, UUID primaryId) {
    return OwnRecord.read(json, corrections.hold(id, primaryId).orElseThrow(NotYours::new));
  }

  private static Outcome again(Correction correction, CorrectionState wanted) {
    return correction.state() == wanted ? Outcome.ANSWERED : Outcome.ALREADY_ANSWERED;
  }

  private void settle(Acting acting, UUID id, CorrectionState state, String reason) {
    corrections.answer(
        id, state.name(), acting.accountId(), clock.instant(), reason.isEmpty() ? null : reason);
    audit.record(
        acting.accountId(), acting.organisationId(), "CORRECTION_" + state.name(), id, Map.of());
  }
}
