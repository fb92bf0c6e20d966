package org.profbilet.memberlists.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.profbilet.members.Education;
import org.profbilet.members.Engagement;
import org.profbilet.members.MemberCategory;
import org.profbilet.members.Sex;
import org.profbilet.members.StaffGroup;
import org.profbilet.members.UnionRole;

/** The words a column allows, in Russian; the first spelling of a code is the one of the form. */
final class CodeList<T> {

  static final CodeList<Sex> SEX =
      new CodeList<Sex>()
          .add(Sex.M, "М", "муж", "мужской", "мужчина")
          .add(Sex.F, "Ж", "жен", "женский", "женщина");

  static final CodeList<MemberCategory> CATEGORY =
      new CodeList<MemberCategory>()
          .add(MemberCategory.WORKING, "работающий", "работающая", "работник", "WORKING")
          .add(MemberCategory.STUDENT, "обучающийся", "обучающаяся", "студент", "студентка")
          .add(MemberCategory.UNION_STAFF, "работник организации Профсоюза", "штатный работник")
          .add(MemberCategory.ON_LEAVE, "временно прекративший работу", "в отпуске", "декрет")
          .add(MemberCategory.LAID_OFF, "уволенный по сокращению", "сокращённый")
          .add(
              MemberCategory.PENSIONER,
              "неработающий пенсионер",
              "пенсионер",
              "пенсионерка",
              "неработающая пенсионерка");

  static final CodeList<Engagement> ENGAGEMENT =
      new CodeList<Engagement>()
          .add(Engagement.MAIN, "ОСН", "основное", "основное место", "основное место работы")
          .add(Engagement.SECOND_JOB, "СОВМ", "совместитель", "совместительство")
          .add(Engagement.FULL_TIME, "ОЧН", "очно", "очная", "очник")
          .add(Engagement.PART_TIME, "ЗАОЧН", "заочно", "заочная", "очно-заочная", "вечерняя")
          .add(Engagement.NONE, "НЕТ", "не работает", "пенсионер");

  static final CodeList<StaffGroup> STAFF_GROUP =
      new CodeList<StaffGroup>()
          .add(StaffGroup.HEAD, "руководящие", "руководящий", "администрация")
          .add(StaffGroup.TEACHER, "педагогические", "педагогический", "педагог")
          .add(StaffGroup.FACULTY, "ППС", "профессорско-преподавательский состав")
          .add(StaffGroup.RESEARCH, "научные", "научный")
          .add(StaffGroup.SUPPORT, "учебно-вспомогательный", "УВП", "учебно-вспомогательные")
          .add(StaffGroup.OTHER, "другие", "иные", "прочие", "обслуживающий", "технический");

  static final CodeList<Education> EDUCATION =
      new CodeList<Education>()
          .add(Education.BASIC, "основное общее", "неполное среднее", "основное")
          .add(Education.SECONDARY, "среднее", "среднее общее")
          .add(Education.VOCATIONAL, "СПО", "среднее профессиональное", "среднее специальное")
          .add(Education.HIGHER, "высшее", "ВО", "высшее профессиональное", "ВПО")
          .add(Education.PHD_ETC, "учёная степень", "кандидат наук", "доктор наук");

  static final CodeList<UnionRole> UNION_ROLE =
      new CodeList<UnionRole>()
          .add(UnionRole.CHAIR, "председатель", "председатель ППО", "председатель профкома")
          .add(UnionRole.DEPUTY, "заместитель председателя", "зам. председателя")
          .add(UnionRole.COMMITTEE_MEMBER, "член профкома")
          .add(UnionRole.AUDIT_MEMBER, "член КРК", "член ревизионной комиссии", "КРК")
          .add(UnionRole.COMMISSION_MEMBER, "член комиссии")
          .add(UnionRole.GROUP_ORGANISER, "профгрупорг")
          .add(UnionRole.BUREAU_CHAIR, "председатель профбюро", "профорг")
          .add(UnionRole.TREASURER, "казначей", "бухгалтер")
          .add(UnionRole.AIS_OFFICER, "ответственный за АИС");

  static final CodeList<ListedChannel> CHANNEL =
      new CodeList<ListedChannel>()
          .add(ListedChannel.SMS, "SMS", "СМС")
          .add(ListedChannel.PUSH, "PUSH", "PUCH", "пуш")
          .add(ListedChannel.EMAIL, "EMAIL", "MAIL", "почта", "эл. почта", "имейл");

  static final CodeList<Boolean> YES_NO =
      new CodeList<Boolean>()
          .add(true, "Да", "+", "1", "есть", "ИСТИНА", "TRUE")
          .add(false, "Нет", "-", "0", "ЛОЖЬ", "FALSE");

  private final Map<String, T> codes = new LinkedHashMap<>();
  private final Map<T, String> words = new LinkedHashMap<>();

  private CodeList<T> add(T code, String... spellings) {
    words.put(code, spellings[0]);
    for (String spelling : spellings) {
      codes.put(plain(spelling), code);
    }
    codes.putIfAbsent(plain(code.toString()), code);
    return this;
  }

  Optional<T> find(String text) {
    return Optional.ofNullable(codes.get(plain(text)));
  }

  /** How the form writes a code. */
  String word(T code) {
    return Objects.requireNonNull(words.get(code));
  }

  /** The words of the form, in the order it prints them. */
  List<String> words() {
    return List.copyOf(words.values());
  }

  private static String plain(String text) {
    String small = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    String letters = small.replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? small : letters;
  }
}
