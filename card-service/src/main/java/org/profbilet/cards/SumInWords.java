package org.profbilet.cards;

import java.util.ArrayList;
import java.util.List;

/** A sum as an order writes it: «Шестьсот двадцать девять рублей 00 копеек». */
final class SumInWords {

  private static final long LIMIT = 1_000_000_000_000L;
  private static final List<String> UNITS =
      List.of(
          "",
          "один",
          "два",
          "три",
          "четыре",
          "пять",
          "шесть",
          "семь",
          "восемь",
          "девять",
          "десять",
          "одиннадцать",
          "двенадцать",
          "тринадцать",
          "четырнадцать",
          "пятнадцать",
          "шестнадцать",
          "семнадцать",
          "восемнадцать",
          "девятнадцать");
  private static final List<String> TENS =
      List.of(
          "",
          "",
          "двадцать",
          "тридцать",
          "сорок",
          "пятьдесят",
          "шестьдесят",
          "семьдесят",
          "восемьдесят",
          "девяносто");
  private static final List<String> HUNDREDS =
      List.of(
          "",
          "сто",
          "двести",
          "триста",
          "четыреста",
          "пятьсот",
          "шестьсот",
          "семьсот",
          "восемьсот",
          "девятьсот");

  private SumInWords() {}

  static String of(Kopecks sum) {
    long roubles = sum.amount() / 100;
    long kopecks = sum.amount() % 100;
    if (roubles >= LIMIT) {
      throw new IllegalArgumentException("no order is that large");
    }
    String words = number(roubles) + " " + form(roubles, "рубль", "рубля", "рублей");
    return Character.toUpperCase(words.charAt(0))
        + words.substring(1)
        + String.format(" %02d ", kopecks)
        + form(kopecks, "копейка", "копейки", "копеек");
  }

  private static String number(long number) {
    if (number == 0) {
      return "ноль";
    }
    List<String> words = new ArrayList<>();
    group(words, number / 1_000_000_000, false, "миллиард", "миллиарда", "миллиардов");
    group(words, number / 1_000_000 % 1000, false, "миллион", "миллиона", "миллионов");
    group(words, number / 1000 % 1000, true, "тысяча", "тысячи", "тысяч");
    below1000(words, (int) (number % 1000), false);
    return String.join(" ", words);
  }

  private static void group(
      List<String> words, long count, boolean feminine, String one, String few, String many) {
    if (count > 0) {
      below1000(words, (int) count, feminine);
      words.add(form(count, one, few, many));
    }
  }

  private static void below1000(List<String> words, int number, boolean feminine) {
    add(words, HUNDREDS.get(number / 100));
    int rest = number % 100;
    if (rest >= 20) {
      add(words, TENS.get(rest / 10));
      rest = rest % 10;
    }
    if (feminine && (rest == 1 || rest == 2)) {
      words.add(rest == 1 ? "одна" : "две");
    } else {
      add(words, UNITS.get(rest));
    }
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }

  private static String form(long count, String one, String few, String many) {
    long tens = count % 100;
    long units = count % 10;
    if (tens >= 11 && tens <= 14 || units == 0 || units >= 5) {
      return many;
    }
    return units == 1 ? one : few;
  }
}
