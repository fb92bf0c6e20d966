package org.profbilet.api.member;

import org.profbilet.contract.member.DataCopy;
import org.profbilet.contract.member.DataCopy.Line;
import org.profbilet.contract.member.DataCopy.Section;

/** A copy of a person's data in the words of the contract. */
final class CopyView {

  private CopyView() {}

  static DataCopy of(org.profbilet.privacy.DataCopy copy) {
    return new DataCopy(
        copy.madeAt(),
        copy.sections().stream()
            .map(
                section ->
                    new Section(
                        section.code(),
                        section.title(),
                        section.lines().stream()
                            .map(line -> new Line(line.name(), line.value()))
                            .toList()))
            .toList());
  }
}
