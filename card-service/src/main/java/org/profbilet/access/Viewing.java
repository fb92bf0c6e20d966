package org.profbilet.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.accounts.Accounts;
import org.profbilet.audit.Views;
import org.profbilet.audit.Views.Basis;
import org.profbilet.audit.Views.Viewer;
import org.profbilet.organisations.Organisations;

/**
 * Leaves for the member a line about everybody who opened her record, and holds those who read by
 * reason to {@value #ROWS_A_DAY} rows a day.
 */
@Singleton
public class Viewing {

  /** Security page, abuse case 3: enough to help one primary, too little to carry a list away. */
  static final int ROWS_A_DAY = 500;

  private final Views views;
  private final ReadingRepository readings;
  private final DelegationRepository delegations;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Clock clock;

  Viewing(
      Views views,
      ReadingRepository readings,
      DelegationRepository delegations,
      Accounts accounts,
      Organisations organisations,
      Clock clock) {
    this.views = views;
    this.readings = readings;
    this.delegations = delegations;
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Somebody opened the record of one member. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void opened(Acting acting, UUID personId) {
    record(acting, List.of(personId));
  }

  /**
   * Somebody saw a page of the list. The primary's own chair and officer see it every day by their
   * office, which the member knows; whoever comes from outside leaves a line at each member.
   *
   * @throws RowBudgetSpent where these rows are more than the day allows
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void listed(Acting acting, Collection<UUID> persons) {
    if (acting.role() == Role.DELEGATE || acting.role() == Role.READER) {
      record(acting, persons);
    }
  }

  private void record(Acting acting, Collection<UUID> persons) {
    LocalDate today = LocalDate.now(clock.withZone(Access.MOSCOW));
    if (persons.isEmpty()) {
      return;
    }
    if (acting.role() == Role.READER) {
      takeFromTheDay(acting.accountId(), today, persons.size());
    }
    views.record(viewer(acting), today, acting.organisationId(), persons);
  }

  private void takeFromTheDay(UUID account, LocalDate today, int rows) {
    readings.addRows(account, today, rows);
    if (readings.countRows(account, today) > ROWS_A_DAY) {
      throw new RowBudgetSpent();
    }
  }

  private Viewer viewer(Acting acting) {
    UUID account = acting.accountId();
    String name = accounts.get(account).displayName();
    return switch (acting.role()) {
      case CHAIR, OFFICER -> viewer(account, name, acting.organisationId(), Basis.OFFICE, null);
      case DELEGATE -> {
        UUID office =
            delegations.findLiving(acting.organisationId()).orElseThrow(NotYours::new).officeId();
        yield viewer(account, name, office, Basis.DELEGATION, null);
      }
      case READER -> {
        Reading reading = readings.findOpen(account, clock.instant()).orElseThrow(NotYours::new);
        yield viewer(account, name, reading.officeId(), Basis.REASON, reading.reason());
      }
    };
  }

  private Viewer viewer(
      UUID account, String name, UUID office, Basis basis, @Nullable String reason) {
    return new Viewer(account, name, organisations.get(office).name(), basis, reason);
  }
}
