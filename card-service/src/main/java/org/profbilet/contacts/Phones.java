package org.profbilet.contacts;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds the phone numbers in what a person wrote. */
public final class Phones {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String REGION = "RU";
  private static final String BETWEEN_NUMBERS = "[,;/\\n]|\\s+или\\s+|\\s{2,}";

  private Phones() {}

  /** All numbers of the text, mobile ones first, else in the order written. */
  public static List<Phone> find(String text) {
    List<PhoneNumber> found = new ArrayList<>();
    for (String part : text.split(BETWEEN_NUMBERS)) {
      for (PhoneNumberMatch match :
          LIBRARY.findNumbers(part, REGION, Leniency.VALID, Long.MAX_VALUE)) {
        found.add(match.number());
      }
    }
    found.sort(Comparator.comparing(Phones::isMobile).reversed());
    LinkedHashSet<Phone> phones = new LinkedHashSet<>();
    found.forEach(number -> phones.add(new Phone(LIBRARY.format(number, PhoneNumberFormat.E164))));
    return List.copyOf(phones);
  }

  private static boolean isMobile(PhoneNumber number) {
    PhoneNumberType type = LIBRARY.getNumberType(number);
    return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }
}
