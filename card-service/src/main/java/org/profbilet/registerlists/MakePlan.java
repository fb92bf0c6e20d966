package org.profbilet.registerlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.profbilet.organisations.OfficeScope;
import org.profbilet.organisations.changes.Office;
import org.profbilet.registerlists.PreviewOutcome.KeyUsed;
import org.profbilet.registerlists.PreviewOutcome.Planned;

/** Compares a table with the register and keeps what it would do. */
@Singleton
class MakePlan {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final OfficeScope scope;
  private final PlanRepository repository;
  private final PlanStore store;
  private final CheckOrganisations checkOrganisations;
  private final CheckChairs checkChairs;
  private final Clock clock;

  MakePlan(
      OfficeScope scope,
      PlanRepository repository,
      PlanStore store,
      CheckOrganisations checkOrganisations,
      CheckChairs checkChairs,
      Clock clock) {
    this.scope = scope;
    this.repository = repository;
    this.store = store;
    this.checkOrganisations = checkOrganisations;
    this.checkChairs = checkChairs;
    this.clock = clock;
  }

  @Transactional
  PreviewOutcome make(Office office, UUID key, String fileSha256, RegisterTable table) {
    UUID officeId = office.organisationId();
    scope.office(officeId);
    int inserted =
        repository.insert(
            key,
            officeId,
            office.accountId(),
            table.form().name(),
            clock.instant(),
            fileSha256,
            repository.versionOf(officeId),
            String.join("\n", table.ignored()));
    if (inserted == 1) {
      store.insertRows(key, officeId, check(office, table));
    }
    return repository
        .lock(key, officeId)
        .filter(plan -> plan.fileSha256().equals(fileSha256))
        .<PreviewOutcome>map(plan -> new Planned(store.plan(plan)))
        .orElseGet(KeyUsed::new);
  }

  private List<Checked> check(Office office, RegisterTable table) {
    UUID officeId = office.organisationId();
    Register register = new Register(repository.listKnown(officeId));
    LocalDate today = LocalDate.ofInstant(clock.instant(), UNION_DAY);
    return switch (table.form()) {
      case ORGANISATIONS ->
          checkOrganisations.check(table, register, officeId, office.level(), today);
      case CHAIRS -> checkChairs.check(table, register, officeId, today);
    };
  }
}
