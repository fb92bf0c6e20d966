package org.profbilet.memberlists

import org.profbilet.memberlists.form.Lists

/** Lists of people and of dirt, the same for the same seed. */
class RandomLists {

  private static final List<String> LAST = ['Агеева', 'Белова', 'Семёнова', 'Орлова', 'Иванова', 'Гайнуллина', 'Цыренова']
  private static final List<String> FIRST = ['Ольга', 'Анна', 'Алёна', 'Мария', 'Гузель']
  private static final List<String> MIDDLE = ['Ивановна', 'Петровна', 'Олеговна', null]

  private static final List<Map<String, Object>> DIRT = [
    ['Дата рождения': '31.02.1980'], ['Дата рождения': 29252], ['Фамилия': 'Ивано8а'], ['Пол': null], ['E-mail': 'кривая почта'],
    ['Телефон': '12-34-56'], ['Согласие 3': '15.03.2025'], ['Категория члена Профсоюза': 'космонавт'],
    ['Дата постановки на учёт в ППО': '01.01.2031'], ['Фамилия': 'Ивaнова'], ['Должность (профессия) / курс, группа': 'х' * 300],
  ]

  /**
   * @param dirty the share of rows with something wrong, from 0 to 1
   */
  static byte[] people(Random random, int count, double dirty) {
    Lists.sheet(rows(random, count, dirty))
  }

  static List<Map<String, Object>> rows(Random random, int count, double dirty) {
    (1..count).collect { person(random) + (random.nextDouble() < dirty ? one(random, DIRT) : [:]) }.unique { [it['Фамилия'], it['Имя'], it['Отчество']] }
  }

  private static Map<String, Object> person(Random random) {
    def last = one(random, LAST)
    def first = one(random, FIRST)
    def middle = one(random, MIDDLE)
    // one person has one birthday, whatever list she stands on
    def birth = Math.floorMod("$last $first $middle".toString().hashCode(), 9_000)
    Lists.OLGA + [
      'Фамилия': last, 'Имя': first, 'Отчество': middle,
      'Дата рождения': java.time.LocalDate.of(1970, 1, 1).plusDays(birth),
      'Должность (профессия) / курс, группа': one(random, ['учитель', 'завуч', 'методист']),
      'Телефон': one(random, [null, '8913' + (1_000_000 + random.nextInt(8_999_999))]),
      'E-mail': one(random, [null, 'one@example.org', 'two@example.org']),
      'Согласие 1': one(random, [null, '15.03.2025', '20.04.2025']),
      'Образование': one(random, [null, 'высшее', 'СПО']),
    ]
  }

  private static <T> T one(Random random, List<T> from) {
    from[random.nextInt(from.size())]
  }
}
