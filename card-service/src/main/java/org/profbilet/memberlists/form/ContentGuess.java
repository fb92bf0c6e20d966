package org.profbilet.memberlists.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.profbilet.contacts.EmailAddress;
import org.profbilet.contacts.Phones;
import org.profbilet.memberlists.form.FileColumn.Recognised;

/**
 * Recognises columns by what stands in them, where their names say nothing. A guess fills a column
 * that is still looked for, never one that a name or the chair has given, and the chair is shown
 * it.
 */
record ContentGuess(Samples samples, LocalDate today) {

  private static final int SURE = 80;
  private static final Pattern WORD = Pattern.compile("[\\p{IsCyrillic}' -]{2,60}");
  private static final Pattern PATRONYMIC =
      Pattern.compile(
          "[\\p{IsCyrillic}-]+([вь]ич|вна|чна)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Numbers that look like phones. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "снилс|инн|паспорт|сч[её]т|табел", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words that stand in any column. */
  private static final Set<String> ANYWHERE = Set.of("нет", "да", "-", "+", "0", "1");

  private record Found(FileColumn column, Column as, int share) {}

  List<FileColumn> complete(List<FileColumn> columns) {
    List<FileColumn> all = withNameless(columns);
    List<Found> founds =
        all.stream()
            .filter(FileColumn::isFree)
            .flatMap(this::candidates)
            .filter(found -> found.share() >= SURE)
            .sorted(Comparator.comparingInt(Found::share).reversed())
            .toList();
    Set<Column> taken = new HashSet<>(all.stream().map(FileColumn::column).toList());
    for (Found found : founds) {
      int place = all.indexOf(found.column());
      if (place >= 0 && taken.add(found.as())) {
        all.set(place, found.column().guessed(found.as(), found.share()));
      }
    }
    names(all, taken);
    return all.stream().map(one -> one.withSamples(samples.shown(one.place()))).toList();
  }

  /** Columns with cells and without a name. */
  private List<FileColumn> withNameless(List<FileColumn> columns) {
    List<FileColumn> all =
        new ArrayList<>(
            columns.stream()
                .filter(one -> !one.name().isEmpty() || !samples.in(one.place()).isEmpty())
                .toList());
    Set<Integer> known = new HashSet<>(columns.stream().map(FileColumn::place).toList());
    for (int place : samples.places()) {
      if (!known.contains(place)) {
        String key = Naming.nameless(place);
        all.add(new FileColumn(place, key, "", null, Recognised.NOT, 0, List.of()));
      }
    }
    return all;
  }

  private Stream<Found> candidates(FileColumn column) {
    if (NOT_OURS.matcher(column.name()).find()) {
      return Stream.of();
    }
    List<Cell> cells = samples.in(column.place());
    return looks().entrySet().stream()
        .filter(look -> column.name().isEmpty() || look.getKey() != Column.BIRTH_DATE)
        .map(look -> new Found(column, look.getKey(), share(cells, look.getValue())));
  }

  private Map<Column, Predicate<Cell>> looks() {
    Map<Column, Predicate<Cell>> looks = new LinkedHashMap<>();
    looks.put(Column.EMAIL, cell -> EmailAddress.isValid(cell.text().strip()));
    looks.put(Column.PHONE, cell -> digits(cell) >= 10 && !Phones.find(cell.text()).isEmpty());
    looks.put(Column.MIDDLE_NAME, cell -> PATRONYMIC.matcher(cell.text()).matches());
    looks.put(Column.SEX, cell -> isOf(CodeList.SEX, cell));
    looks.put(Column.CATEGORY, cell -> isOf(CodeList.CATEGORY, cell));
    looks.put(Column.ENGAGEMENT, cell -> isOf(CodeList.ENGAGEMENT, cell));
    looks.put(Column.STAFF_GROUP, cell -> isOf(CodeList.STAFF_GROUP, cell));
    looks.put(Column.EDUCATION, cell -> isOf(CodeList.EDUCATION, cell));
    looks.put(Column.BIRTH_DATE, this::isBirthday);
    return looks;
  }

  private static boolean isOf(CodeList<?> codes, Cell cell) {
    return !ANYWHERE.contains(cell.text().toLowerCase(Locale.ROOT))
        && codes.find(cell.text()).isPresent();
  }

  private static int share(List<Cell> cells, Predicate<Cell> look) {
    return cells.isEmpty() ? 0 : (int) (100 * cells.stream().filter(look).count() / cells.size());
  }

  private static long digits(Cell cell) {
    return cell.text().chars().filter(Character::isDigit).count();
  }

  private boolean isBirthday(Cell cell) {
    LocalDate date = cell.date() == null ? DateText.read(cell.text(), today).date() : cell.date();
    return date != null
        && !date.isAfter(today.minusYears(DateColumns.YOUNGEST))
        && date.isAfter(today.minusYears(DateColumns.OLDEST));
  }

  /** Surname, name, patronymic: who sees the third knows the two before it. */
  private void names(List<FileColumn> all, Set<Column> taken) {
    all.stream()
        .filter(one -> one.column() == Column.MIDDLE_NAME)
        .findFirst()
        .ifPresent(
            middle -> {
              name(all, taken, middle.place() - 1, Column.FIRST_NAME);
              name(all, taken, middle.place() - 2, Column.LAST_NAME);
            });
  }

  private void name(List<FileColumn> all, Set<Column> taken, int place, Column as) {
    for (int i = 0; i < all.size(); i++) {
      FileColumn one = all.get(i);
      int share = share(samples.in(place), cell -> WORD.matcher(cell.text()).matches());
      if (one.place() == place && one.isFree() && share >= SURE && taken.add(as)) {
        all.set(i, one.guessed(as, share));
      }
    }
  }
}
