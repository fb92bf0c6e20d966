package org.profbilet.registerlists;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Turns rows of plans into JSON and back. */
@Singleton
class PlanStore {

  private final PlanRepository repository;
  private final ObjectMapper json;

  PlanStore(PlanRepository repository, ObjectMapper json) {
    this.repository = repository;
    this.json = json;
  }

  void insertRows(UUID planId, UUID officeId, List<Checked> rows) {
    for (Checked checked : rows) {
      PlannedRow row = checked.row();
      Object entry = checked.entry();
      repository.insertRow(
          planId,
          row.number(),
          officeId,
          row.outcome().name(),
          row.title(),
          row.organisationId(),
          entry == null ? null : write(entry),
          write(row.changes()),
          write(row.remarks()));
    }
  }

  Plan plan(PlanRow plan) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    repository.countOutcomes(plan.id()).forEach(count -> counts.put(count.outcome(), count.rows()));
    List<String> ignored =
        Arrays.stream(plan.ignoredColumns().split("\n")).filter(name -> !name.isEmpty()).toList();
    return new Plan(plan.id(), plan.kind(), plan.createdAt(), counts, ignored, plan.appliedAt());
  }

  PlannedRow row(StoredRow row) {
    return new PlannedRow(
        row.rowNumber(),
        row.outcome(),
        row.title(),
        row.organisationId(),
        read(row.changes(), Argument.listOf(String.class)),
        read(row.remarks(), Argument.listOf(Remark.class)));
  }

  <T> T read(String text, Argument<T> type) {
    try {
      return Objects.requireNonNull(json.readValue(text, type));
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("a stored plan does not parse"));
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
