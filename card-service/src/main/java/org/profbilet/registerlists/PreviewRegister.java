package org.profbilet.registerlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.ReadTable;
import org.profbilet.memberlists.form.Unreadable;
import org.profbilet.organisations.changes.Office;
import org.profbilet.registerlists.PreviewOutcome.KeyUsed;
import org.profbilet.registerlists.PreviewOutcome.NotRead;
import org.profbilet.registerlists.PreviewOutcome.Planned;

/** Reads a register or a list of chairs and shows what it would do. Nothing is done yet. */
@Singleton
public class PreviewRegister {

  private static final ZoneId UNION_DAY = ZoneId.of("Europe/Moscow");

  private final PlanRepository repository;
  private final PlanStore store;
  private final CheckOrganisations checkOrganisations;
  private final CheckChairs checkChairs;
  private final Clock clock;

  PreviewRegister(
      PlanRepository repository,
      PlanStore store,
      CheckOrganisations checkOrganisations,
      CheckChairs checkChairs,
      Clock clock) {
    this.repository = repository;
    this.store = store;
    this.checkOrganisations = checkOrganisations;
    this.checkChairs = checkChairs;
    this.clock = clock;
  }

  /** A page of rows of a plan. */
  public record Page(Plan plan, List<PlannedRow> rows) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param key names the request and becomes the id of the plan
   * @param file is kept nowhere
   */
  @Transactional
  public PreviewOutcome preview(Office office, UUID key, byte[] file) {
    ReadTable.Table read = ReadTable.read(file);
    Unreadable refusal = read.refusal();
    if (refusal != null) {
      return new NotRead(
          org.profbilet.memberlists.form.Sentences.of(refusal, List.of()));
    }
    Optional<RegisterTable> table = RegisterTable.of(read.rows());
    if (table.isEmpty()) {
      return new NotRead(Sentences.of(Unreadable.NO_HEADER, ""));
    }
    if (table.get().lines().isEmpty()) {
      return new NotRead(Sentences.of(Unreadable.NO_ROWS, ""));
    }
    repository.open(office.organisationId().toString());
    String sha256 = sha256(file);
    int inserted =
        repository.insert(
            key,
            office.organisationId(),
            office.accountId(),
            table.get().form().name(),
            clock.instant(),
            sha256,
            repository.versionOf(office.organisationId()),
            String.join("\n", table.get().ignored()));
    if (inserted == 1) {
      store.insertRows(key, office.organisationId(), check(office, table.get()));
    }
    return repository
        .lock(key, office.organisationId())
        .filter(plan -> plan.fileSha256().equals(sha256))
        .<PreviewOutcome>map(plan -> new Planned(store.plan(plan)))
        .orElseGet(KeyUsed::new);
  }

  /**
   * @param outcome rows of one kind only, or null for all
   * @param after the number of the row that the page before ended with
   */
  @Transactional
  public Optional<Page> show(
      Office office, UUID planId, @Nullable Outcome outcome, int after, int limit) {
    repository.open(office.organisationId().toString());
    String name = outcome == null ? null : outcome.name();
    return repository
        .lock(planId, office.organisationId())
        .map(
            plan ->
                new Page(
                    store.plan(plan),
                    repository.listRows(planId, name, after, limit).stream()
                        .map(store::row)
                        .toList()));
  }

  private List<Checked> check(Office office, RegisterTable table) {
    Register register = new Register(repository.listKnown(office.organisationId()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), UNION_DAY);
    return switch (table.form()) {
      case ORGANISATIONS ->
          checkOrganisations.check(
              table, register, office.organisationId(), office.level(), today);
      case CHAIRS -> checkChairs.check(table, register, office.organisationId(), today);
    };
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
