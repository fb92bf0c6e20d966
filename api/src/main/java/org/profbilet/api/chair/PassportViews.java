package org.profbilet.api.chair;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.chair.NewDocument;
import org.profbilet.contract.chair.NewOfficial;
import org.profbilet.contract.chair.PassportView;
import org.profbilet.contract.chair.PassportView.DeclaredHeadcount;
import org.profbilet.contract.chair.PassportView.Field;
import org.profbilet.contract.chair.RoadMapView;
import org.profbilet.contract.chair.RoadMapView.RoadStep;
import org.profbilet.contract.chair.StructureView;
import org.profbilet.contract.chair.StructureView.DocumentView;
import org.profbilet.contract.chair.StructureView.OfficialView;
import org.profbilet.contract.chair.StructureView.UnitView;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.organisations.passport.DeclaredCount;
import org.profbilet.organisations.passport.FieldValue;
import org.profbilet.organisations.passport.Passport;
import org.profbilet.organisations.passport.PassportField;
import org.profbilet.organisations.passport.Tab;
import org.profbilet.organisations.structure.Document;
import org.profbilet.organisations.structure.DocumentKind;
import org.profbilet.organisations.structure.KeepDocuments.Paper;
import org.profbilet.organisations.structure.KeepOfficials.Election;
import org.profbilet.organisations.structure.Official;
import org.profbilet.organisations.structure.Post;
import org.profbilet.organisations.structure.Unit;
import org.profbilet.statistics.roadmap.RoadMap;

/** Passports and structures in the shapes of the contract. */
final class PassportViews {

  private static final List<String> BY_DEEDS = List.of("INPO", "PARENT", "STATUS");
  private static final String UNKNOWN_FIELD = "Такого поля в паспорте нет. Обновите страницу";

  private PassportViews() {}

  static PassportView of(Passport passport, boolean mayChange) {
    List<Field> fields = new ArrayList<>();
    for (String code : BY_DEEDS) {
      fields.add(field(passport, code, Tab.INPO.name(), "READ_ONLY"));
    }
    for (PassportField field : PassportField.values()) {
      fields.add(field(passport, field.name(), field.tab().name(), field.kind().name()));
    }
    return new PassportView(
        passport.organisation().id(),
        passport.organisation().level().name(),
        passport.organisation().status().name(),
        passport.organisation().territorialRights(),
        mayChange,
        fields,
        passport.counts().stream().map(PassportViews::of).toList(),
        passport.required().size(),
        passport.missing());
  }

  private static Field field(Passport passport, String code, String tab, String kind) {
    @Nullable FieldValue held = passport.values().get(code);
    boolean isRequired = passport.required().contains(code);
    return held == null
        ? new Field(code, tab, kind, isRequired, null, null, null)
        : new Field(code, tab, kind, isRequired, held.value(), held.trueFrom(), held.recordedAt());
  }

  private static DeclaredHeadcount of(DeclaredCount count) {
    return new DeclaredHeadcount(
        count.subject().name(),
        count.asOf(),
        count.raw(),
        count.value(),
        count.alternative(),
        count.extra(),
        count.recordedAt());
  }

  static Map<PassportField, String> values(Map<String, String> texts) {
    Map<PassportField, String> values = new EnumMap<>(PassportField.class);
    texts.forEach((code, text) -> values.put(fieldOf(code), text));
    return values;
  }

  private static PassportField fieldOf(String code) {
    try {
      return PassportField.valueOf(code);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.PASSPORT_VALUE_WRONG, UNKNOWN_FIELD);
    }
  }

  /** Names the wrong fields as the form does. */
  static String sentence(List<PassportField> fields) {
    Set<String> sentences =
        fields.stream().map(PassportWords::of).collect(Collectors.toCollection(TreeSet::new));
    return String.join(" ", sentences);
  }

  static RoadMapView of(RoadMap roadMap) {
    return new RoadMapView(
        roadMap.countedAt(),
        roadMap.word().name(),
        roadMap.lastMovementOn(),
        roadMap.steps().stream()
            .map(
                state ->
                    new RoadStep(
                        state.step().name(),
                        state.isDone(),
                        state.count(),
                        state.of(),
                        state.dueOn(),
                        state.isOverdue()))
            .toList());
  }

  static StructureView structure(
      boolean mayChange, List<Unit> units, List<Official> officials, List<Document> documents) {
    return new StructureView(
        mayChange,
        units.stream()
            .map(
                u ->
                    new UnitView(
                        u.id(),
                        u.parentId(),
                        u.kind().name(),
                        u.name(),
                        u.openedOn(),
                        u.closedOn()))
            .toList(),
        officials.stream().map(PassportViews::of).toList(),
        documents.stream()
            .map(
                d ->
                    new DocumentView(
                        d.id(),
                        d.kind().name(),
                        d.title(),
                        d.number(),
                        d.datedOn(),
                        d.validUntil(),
                        d.keptAt()))
            .toList());
  }

  private static OfficialView of(Official official) {
    return new OfficialView(
        official.id(),
        official.post().name(),
        official.lastName(),
        official.firstName(),
        official.middleName(),
        official.protocolNumber(),
        official.protocolOn(),
        official.electedOn(),
        official.termUntil(),
        official.phone(),
        official.email(),
        official.undertakingSignedOn(),
        official.endedOn());
  }

  static Election election(NewOfficial official) {
    return new Election(
        Post.valueOf(official.post().name()),
        official.lastName().strip(),
        official.firstName().strip(),
        official.middleName(),
        official.protocolNumber(),
        official.protocolOn(),
        official.electedOn(),
        official.termUntil(),
        checked(PassportField.PHONE, official.phone()),
        checked(PassportField.EMAIL, official.email()),
        official.undertakingSignedOn());
  }

  private static @Nullable String checked(PassportField field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!field.accepts(text.strip())) {
      throw new Refusal(ProblemType.PASSPORT_VALUE_WRONG, PassportWords.of(field));
    }
    return text.strip();
  }

  static Paper paper(NewDocument document) {
    return new Paper(
        DocumentKind.valueOf(document.kind().name()),
        document.title().strip(),
        document.number(),
        document.datedOn(),
        document.validUntil(),
        document.keptAt());
  }
}
