package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.memberlists.AppliedRow.Deed;
import org.profbilet.memberlists.UndoOutcome.Refused;
import org.profbilet.memberlists.UndoOutcome.Undone;
import org.profbilet.memberlists.UndoResult.Kept;
import org.profbilet.memberlists.UndoResult.Reason;
import org.profbilet.members.KeepRegister;
import org.profbilet.members.KeepRegister.Revision;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;
import org.profbilet.requests.IdList;

/**
 * Takes a loaded list back within 72 hours, in one transaction. Only people whom nobody has touched
 * since are undone; who stays is told, with the reason.
 */
@Singleton
public class UndoList {

  public static final Duration TIME_TO_UNDO = Duration.ofHours(72);

  private final RowScope rowScope;
  private final Members members;
  private final KeepRegister register;
  private final PlanStore plans;
  private final DeedStore deeds;
  private final Audit audit;
  private final Clock clock;

  UndoList(
      RowScope rowScope,
      Members members,
      KeepRegister register,
      PlanStore plans,
      DeedStore deeds,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.members = members;
    this.register = register;
    this.plans = plans;
    this.deeds = deeds;
    this.audit = audit;
    this.clock = clock;
  }

  /** A row of the plan and the person as she is now, where she still is here. */
  private record Trace(DeedStore.Done done, @Nullable RegisteredMember now) {

    UUID personId() {
      return done.row().personId();
    }

    RegisteredMember member() {
      return Objects.requireNonNull(now);
    }
  }

  /**
   * @throws NotYours where this primary has no such plan
   */
  @Transactional
  public UndoOutcome undo(Acting acting, UUID planId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    PlanRow plan = plans.find(planId, primaryId).orElseThrow(NotYours::new);
    UndoResult earlier = plans.undoOf(plan);
    if (earlier != null) {
      return new Undone(earlier);
    }
    if (plan.appliedAt() == null) {
      return new Refused(UndoOutcome.Reason.NOT_APPLIED);
    }
    if (!plan.appliedAt().plus(TIME_TO_UNDO).isAfter(clock.instant())) {
      return new Refused(UndoOutcome.Reason.TOO_LATE);
    }
    UndoResult result = execute(acting, planId);
    plans.markUndone(acting, planId, result);
    audit.record(
        acting.accountId(),
        primaryId,
        "LIST_UNDONE",
        planId,
        Map.of(
            "removed", result.removed(),
            "restored", result.restored(),
            "kept", result.kept().size()));
    return new Undone(result);
  }

  private UndoResult execute(Acting acting, UUID planId) {
    Map<UUID, RegisteredMember> known =
        members.list(acting.organisationId()).stream()
            .collect(Collectors.toMap(RegisteredMember::personId, Function.identity()));
    Map<Deed, List<Trace>> free = new EnumMap<>(Deed.class);
    List<Kept> kept = new ArrayList<>();
    for (DeedStore.Done done : deeds.list(planId, acting.organisationId())) {
      Trace trace = new Trace(done, known.get(done.row().personId()));
      Reason reason = touched(trace);
      if (reason == null) {
        free.computeIfAbsent(done.row().deed(), deed -> new ArrayList<>()).add(trace);
      } else {
        kept.add(new Kept(trace.personId(), reason));
      }
    }
    List<Trace> added = free.getOrDefault(Deed.ADDED, List.of());
    List<UUID> inUse = deeds.takeBackPeople(planId, ids(added), addresses(added.stream()));
    inUse.forEach(personId -> kept.add(new Kept(personId, Reason.IN_USE)));
    int restored = restore(acting, planId, free);
    return new UndoResult(added.size() - inUse.size(), restored, kept);
  }

  private int restore(Acting acting, UUID planId, Map<Deed, List<Trace>> free) {
    List<Trace> changed = free.getOrDefault(Deed.CHANGED, List.of());
    List<Trace> back = free.getOrDefault(Deed.BROUGHT_BACK, List.of());
    List<Trace> all = Stream.concat(changed.stream(), back.stream()).toList();
    deeds.takeBackConsents(acting, planId, ids(all));
    deeds.takeBackContacts(addresses(all.stream()), acting.organisationId());
    register.change(
        acting, changed.stream().map(UndoList::revision).flatMap(List::stream).toList());
    deeds.takeBackMemberships(back.stream().map(trace -> trace.member().membershipId()).toList());
    return all.size();
  }

  /** Where only addresses or consents had changed there is no record to write. */
  private static List<Revision> revision(Trace trace) {
    var before = Objects.requireNonNull(trace.done().row().before());
    return before.equals(trace.member().member())
        ? List.of()
        : List.of(new Revision(trace.member(), before));
  }

  private static @Nullable Reason touched(Trace trace) {
    RegisteredMember now = trace.now();
    AppliedRow row = trace.done().row();
    if (now == null || !now.isOnRecord()) {
      return Reason.NO_LONGER_ON_RECORD;
    }
    boolean sameMembership = now.membershipId().equals(row.membershipId());
    boolean isRecord =
        row.deed() == Deed.CHANGED ? sameMembership : row.deed() == Deed.ADDED || !sameMembership;
    if (!isRecord || !Fingerprint.of(now.member()).equals(row.afterHash())) {
      return Reason.RECORD_CHANGED;
    }
    if (trace.done().addressTouched()) {
      return Reason.ADDRESS_CHANGED;
    }
    if (trace.done().consentTouched()) {
      return Reason.CONSENT_CHANGED;
    }
    boolean isOther =
        row.deed() == Deed.BROUGHT_BACK
            && !Fingerprint.person(Objects.requireNonNull(row.before()))
                .equals(Fingerprint.person(now.member()));
    return isOther ? Reason.RETURNED_WITH_CHANGES : null;
  }

  private static List<UUID> ids(List<Trace> traces) {
    return traces.stream().map(Trace::personId).toList();
  }

  private static String addresses(Stream<Trace> traces) {
    return IdList.of(traces.flatMap(trace -> trace.done().row().contactIds().stream()).toList());
  }
}
