package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.profbilet.access.Acting;

/** Does exactly what a plan says, in one transaction, or nothing; and tells how far it is. */
@Singleton
public class ApplyList {

  private final ExecutePlan executePlan;
  private final ApplyProgress progress;

  ApplyList(ExecutePlan executePlan, ApplyProgress progress) {
    this.executePlan = executePlan;
    this.progress = progress;
  }

  /**
   * What the chair decided over the preview.
   *
   * @param onlyValid leave out what is held back instead of refusing the whole plan
   * @param samePerson rows of look-alikes that are the person of the register
   * @param otherPerson rows of look-alikes that are somebody new
   */
  public record Choice(boolean onlyValid, Set<Integer> samePerson, Set<Integer> otherPerson) {
    public Choice {
      samePerson = Set.copyOf(samePerson);
      otherPerson = Set.copyOf(otherPerson);
    }

    public static Choice everything() {
      return new Choice(false, Set.of(), Set.of());
    }

    public static Choice validOnly() {
      return new Choice(true, Set.of(), Set.of());
    }
  }

  /**
   * @throws org.profbilet.access.NotYours where this primary has no such plan
   */
  public ApplyOutcome apply(Acting acting, UUID planId, Choice choice) {
    try {
      return executePlan.execute(acting, planId, choice);
    } finally {
      progress.end(planId);
    }
  }
}
