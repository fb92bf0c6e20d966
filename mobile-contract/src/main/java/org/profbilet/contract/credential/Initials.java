package org.profbilet.contract.credential;

/**
 * Surname, name and patronymic as three capital letters of the Russian alphabet, Ё included. "Ъ",
 * with which no name begins, stands for a name that the person does not have.
 *
 * @param value three of 33 letters
 */
public record Initials(String value) {

  /** The fixed order in which a letter becomes a number from 0 to 32. */
  static final String ALPHABET = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";

  private static final char ABSENT = 'Ъ';

  public Initials {
    if (value.length() != 3 || value.chars().anyMatch(letter -> ALPHABET.indexOf(letter) < 0)) {
      throw new IllegalArgumentException("initials are 3 capital letters of the Russian alphabet");
    }
  }

  /**
   * The initials of a person. A name that is blank or begins with no Russian letter gives "Ъ".
   *
   * @param patronymic empty when the person has none
   */
  public static Initials of(String surname, String name, String patronymic) {
    return new Initials("" + first(surname) + first(name) + first(patronymic));
  }

  private static char first(String name) {
    String trimmed = name.strip();
    char letter = trimmed.isEmpty() ? ABSENT : Character.toUpperCase(trimmed.charAt(0));
    return ALPHABET.indexOf(letter) < 0 ? ABSENT : letter;
  }

  static Initials ofNumber(int number) {
    if (number < 0 || number >= 33 * 33 * 33) {
      throw new IllegalArgumentException("initials are a number below 35 937");
    }
    return new Initials(
        "" + letter(number / 1089) + letter(number / 33 % 33) + letter(number % 33));
  }

  private static char letter(int place) {
    return ALPHABET.charAt(place);
  }

  int number() {
    return (place(0) * 33 + place(1)) * 33 + place(2);
  }

  private int place(int index) {
    return ALPHABET.indexOf(value.charAt(index));
  }

  @Override
  public String toString() {
    return "***";
  }
}
