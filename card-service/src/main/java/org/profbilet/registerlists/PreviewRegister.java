package org.profbilet.registerlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.memberlists.form.ReadTable;
import org.profbilet.memberlists.form.Unreadable;
import org.profbilet.organisations.OfficeScope;
import org.profbilet.organisations.changes.Office;
import org.profbilet.registerlists.PreviewOutcome.NotRead;

/** Reads a register or a list of chairs and shows what it would do. Nothing is done yet. */
@Singleton
public class PreviewRegister {

  private final OfficeScope scope;
  private final PlanRepository repository;
  private final PlanStore store;
  private final MakePlan makePlan;

  PreviewRegister(
      OfficeScope scope, PlanRepository repository, PlanStore store, MakePlan makePlan) {
    this.scope = scope;
    this.repository = repository;
    this.store = store;
    this.makePlan = makePlan;
  }

  /** A page of rows of a plan. */
  public record Page(Plan plan, List<PlannedRow> rows) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param key names the request and becomes the id of the plan
   * @param file is read before any transaction begins and kept nowhere
   */
  public PreviewOutcome preview(Office office, UUID key, byte[] file) {
    ReadTable.Table read = ReadTable.read(file);
    Unreadable refusal = read.refusal();
    if (refusal != null) {
      return new NotRead(Sentences.of(refusal));
    }
    Optional<RegisterTable> table = RegisterTable.of(read.rows());
    if (table.isEmpty()) {
      return new NotRead(Sentences.of(Unreadable.NO_HEADER));
    }
    if (table.get().lines().isEmpty()) {
      return new NotRead(Sentences.of(Unreadable.NO_ROWS));
    }
    return makePlan.make(office, key, sha256(file), table.get());
  }

  /**
   * @param outcome rows of one kind only, or null for all
   * @param after the number of the row that the page before ended with
   */
  @Transactional
  public Optional<Page> show(
      Office office, UUID planId, @Nullable Outcome outcome, int after, int limit) {
    scope.office(office.organisationId());
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

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
