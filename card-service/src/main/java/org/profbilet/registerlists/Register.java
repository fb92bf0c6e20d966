package org.profbilet.registerlists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the organisation a cell means: by ИНПО, else by a name that only one has. */
final class Register {

  private final Map<String, KnownOrganisation> byInpo = new HashMap<>();
  private final Map<String, List<KnownOrganisation>> byName = new HashMap<>();

  Register(List<KnownOrganisation> known) {
    for (KnownOrganisation organisation : known) {
      if (!organisation.inpo().isEmpty()) {
        byInpo.put(organisation.inpo(), organisation);
      }
      keep(organisation.name(), organisation);
      if (!Column.plain(organisation.shortName()).equals(Column.plain(organisation.name()))) {
        keep(organisation.shortName(), organisation);
      }
    }
  }

  private void keep(String name, KnownOrganisation organisation) {
    byName.computeIfAbsent(Column.plain(name), plain -> new ArrayList<>()).add(organisation);
  }

  /** None, one, or several of the same name. */
  List<KnownOrganisation> find(String text) {
    KnownOrganisation numbered = byInpo.get(text);
    return numbered == null
        ? byName.getOrDefault(Column.plain(text), List.of())
        : List.of(numbered);
  }

  List<KnownOrganisation> find(String name, UUID parentId) {
    return find(name).stream().filter(found -> parentId.equals(found.parentId())).toList();
  }
}
