package org.profbilet.api.start.scale;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How many members each primary has: most are schools and kindergartens of some thirty people, one
 * or two in a hundred are colleges and universities, and the first has 8,554 (seed 004).
 */
final class Sizes {

  private static final int LARGEST = 8_554;
  private static final double SCHOOL_MEDIAN = 28;
  private static final double SCHOOL_SPREAD = 0.75;
  private static final double COLLEGE_MEDIAN = 700;
  private static final double COLLEGE_SPREAD = 0.9;
  private static final int COLLEGE_IN = 66;

  private Sizes() {}

  /**
   * @return a size for each primary, in sum exactly {@code people}
   */
  static int[] of(int primaries, int people, RandomGenerator random) {
    double[] weights = new double[primaries];
    for (int i = 1; i < primaries; i++) {
      weights[i] =
          isCollege(i)
              ? COLLEGE_MEDIAN * Math.exp(COLLEGE_SPREAD * random.nextGaussian())
              : SCHOOL_MEDIAN * Math.exp(SCHOOL_SPREAD * random.nextGaussian());
    }
    double factor = (people - LARGEST) / Arrays.stream(weights).sum();
    int[] sizes = new int[primaries];
    sizes[0] = LARGEST;
    double share = LARGEST;
    int given = LARGEST;
    for (int i = 1; i < primaries; i++) {
      share += weights[i] * factor;
      sizes[i] = (int) Math.round(share) - given;
      given += sizes[i];
    }
    return sizes;
  }

  static boolean isCollege(int primary) {
    return primary % COLLEGE_IN == 0;
  }
}
