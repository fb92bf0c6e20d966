package org.profbilet.api.problem;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Objects;

/** What to do about a field, by the rule that it breaks. */
final class RuleSentence {

  static final String OTHERWISE_WRITTEN = "Проверьте, как это записано";

  private RuleSentence() {}

  static String of(ConstraintDescriptor<?> rule) {
    Class<? extends Annotation> kind = rule.getAnnotation().annotationType();
    Map<String, Object> limits = rule.getAttributes();
    if (kind == NotNull.class || kind == NotBlank.class || kind == NotEmpty.class) {
      return "Заполните это поле";
    }
    if (kind == Size.class) {
      return size(number(limits, "min"), number(limits, "max"));
    }
    if (kind == Min.class) {
      return "Нужно число не меньше " + limits.get("value");
    }
    if (kind == Max.class) {
      return "Нужно число не больше " + limits.get("value");
    }
    if (kind == Positive.class) {
      return "Нужно число больше нуля";
    }
    return OTHERWISE_WRITTEN;
  }

  private static int number(Map<String, Object> limits, String name) {
    return ((Number) Objects.requireNonNull(limits.get(name))).intValue();
  }

  private static String size(int min, int max) {
    if (min == 0) {
      return "Слишком длинно: можно не больше " + max;
    }
    return max == Integer.MAX_VALUE
        ? "Слишком коротко: нужно не меньше " + min
        : "Нужно от " + min + " до " + max;
  }
}
