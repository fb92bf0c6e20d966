package org.profbilet.meetings.scans;

import java.util.List;
import java.util.Map;
import org.profbilet.contract.scanner.DoorQuestion;

/** What is still to be asked. The page decides by the same in {@code door/rules.js}. */
final class Questions {

  private Questions() {}

  /** Those that concern this category, are required here, and have no answer that fits. */
  static List<DoorQuestion> open(
      List<DoorQuestion> questions, String category, Map<String, String> answers) {
    return questions.stream()
        .filter(question -> question.atTheDoor() && isFor(question, category))
        .filter(question -> !isAnswered(question, answers.getOrDefault(question.id(), "")))
        .toList();
  }

  private static boolean isFor(DoorQuestion question, String category) {
    return question.categories().isEmpty() || question.categories().contains(category);
  }

  private static boolean isAnswered(DoorQuestion question, String answer) {
    if (answer.isBlank()) {
      return !question.required();
    }
    return question.choices().isEmpty()
        || question.choices().stream()
            .anyMatch(choice -> answer.equals(choice.id()) || answer.equals(choice.code()));
  }
}
