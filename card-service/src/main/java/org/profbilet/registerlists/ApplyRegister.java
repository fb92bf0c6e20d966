package org.profbilet.registerlists;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.audit.Audit;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.OfficeScope;
import org.profbilet.organisations.changes.DeedOutcome;
import org.profbilet.organisations.changes.Office;
import org.profbilet.organisations.changes.ProposeOrganisation;
import org.profbilet.organisations.changes.ProposeOrganisation.Proposal;
import org.profbilet.organisations.passport.ChangeOutcome;
import org.profbilet.organisations.passport.ChangePassport;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.organisations.structure.KeepOfficials;
import org.profbilet.organisations.structure.StructureOutcome;
import org.profbilet.registerlists.ApplyOutcome.Applied;
import org.profbilet.registerlists.ApplyOutcome.Reason;
import org.profbilet.registerlists.ApplyOutcome.Refused;

/** Does what a plan says, in one transaction or not at all. */
@Singleton
public class ApplyRegister {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final OfficeScope scope;
  private final PlanRepository repository;
  private final PlanStore store;
  private final ProposeOrganisation propose;
  private final ChangePassport changePassport;
  private final KeepOfficials officials;
  private final Audit audit;
  private final Clock clock;

  ApplyRegister(
      OfficeScope scope,
      PlanRepository repository,
      PlanStore store,
      ProposeOrganisation propose,
      ChangePassport changePassport,
      KeepOfficials officials,
      Audit audit,
      Clock clock) {
    this.scope = scope;
    this.repository = repository;
    this.store = store;
    this.propose = propose;
    this.changePassport = changePassport;
    this.officials = officials;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param onlyValid whether rows with an error may stay behind
   */
  @Transactional
  public ApplyOutcome apply(Office office, UUID planId, boolean onlyValid) {
    scope.office(office.organisationId());
    Optional<PlanRow> found = repository.lock(planId, office.organisationId());
    if (found.isEmpty()) {
      return new Refused(Reason.UNKNOWN);
    }
    Integer before = found.get().appliedCount();
    if (before != null) {
      return new Applied(before);
    }
    Plan plan = store.plan(found.get());
    if (!onlyValid && plan.count(Outcome.ERROR) > 0) {
      return new Refused(Reason.HAS_ERRORS);
    }
    if (!repository.versionOf(office.organisationId()).equals(found.get().registerVersion())) {
      return new Refused(Reason.OUTDATED);
    }
    int done = carryOut(office, planId, plan.form());
    if (done == 0) {
      return new Refused(Reason.NOTHING_TO_DO);
    }
    repository.markApplied(planId, clock.instant(), done);
    repository.emptyEntries(planId);
    audit.record(
        office.accountId(),
        office.organisationId(),
        "REGISTER_LOADED",
        planId,
        Map.of("form", plan.form().name(), "rows", done));
    return new Applied(done);
  }

  private int carryOut(Office office, UUID planId, Form form) {
    int done = 0;
    for (StoredRow row : repository.listRows(planId, null, 0, Integer.MAX_VALUE)) {
      String entry = row.entry();
      if (entry == null) {
        continue;
      }
      switch (form) {
        case ORGANISATIONS ->
            record(office, store.read(entry, Argument.of(OrganisationEntry.class)));
        case CHAIRS -> record(office, store.read(entry, Argument.of(ChairEntry.class)));
      }
      done++;
    }
    return done;
  }

  private void record(Office office, OrganisationEntry entry) {
    UUID known = entry.organisationId();
    UUID id = known == null ? proposed(office, entry) : known;
    fill(office, id, entry.fields());
    entry
        .counts()
        .forEach(
            count ->
                changePassport.declare(
                    office.accountId(), id, count.subject(), count.asOf(), count.raw()));
  }

  private UUID proposed(Office office, OrganisationEntry entry) {
    Proposal proposal =
        new Proposal(
            entry.parentId(),
            Level.PRIMARY,
            entry.territorialRights(),
            entry.name(),
            entry.shortName(),
            entry.institutionKind());
    DeedOutcome outcome = propose.propose(office, UuidCreator.getTimeOrderedEpoch(), proposal);
    if (outcome instanceof DeedOutcome.Done done) {
      return done.organisationId();
    }
    throw new IllegalStateException("a checked row was refused: " + outcome);
  }

  private void record(Office office, ChairEntry entry) {
    UUID asking = office.organisationId();
    UUID ends = entry.endsId();
    if (ends != null) {
      require(
          officials.end(
              office.accountId(), asking, entry.organisationId(), ends, entry.electedOn()));
    }
    if (entry.isNew()) {
      UUID key = UuidCreator.getTimeOrderedEpoch();
      require(
          officials.elect(
              office.accountId(), asking, entry.organisationId(), key, entry.election()));
    }
    fill(office, entry.organisationId(), entry.readiness());
  }

  private void fill(Office office, UUID id, Map<PassportField, String> fields) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), UNION_DAY);
    ChangeOutcome outcome =
        fields.isEmpty()
            ? new ChangeOutcome.Changed(List.of())
            : changePassport.change(office.accountId(), id, fields, today);
    if (!(outcome instanceof ChangeOutcome.Changed)) {
      throw new IllegalStateException("a checked row was refused");
    }
  }

  private static void require(StructureOutcome outcome) {
    if (outcome != StructureOutcome.DONE) {
      throw new IllegalStateException("a checked row was refused: " + outcome);
    }
  }
}
