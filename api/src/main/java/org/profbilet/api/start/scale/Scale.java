package org.profbilet.api.start.scale;

/**
 * How large the made-up union is.
 *
 * @param regions regional organisations to be added
 * @param locals local organisations in all of them
 * @param primaries primary organisations in all of them
 * @param people members on record in all of them
 */
record Scale(int regions, int locals, int primaries, int people) {

  /** The Union of 2015–2020: 80 / 2,359 / 82,864 organisations (2015), 3,910,407 members (2020). */
  static final Scale UNION = new Scale(80, 2_359, 82_864, 3_910_407);

  /** Tatarstan: 47 territories, 2,877 primaries (seed 004), more than 176,000 members. */
  static final Scale REGION = new Scale(1, 47, 2_877, 176_000);

  static Scale of(String word) {
    return switch (word) {
      case "union" -> UNION;
      case "region" -> REGION;
      default -> throw new IllegalArgumentException("--scale takes region or union, not " + word);
    };
  }
}
