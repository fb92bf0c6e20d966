package org.profbilet.notifications.wording

import spock.lang.Specification

class TemplateSpec extends Specification {

    def "#days days are written as #text"() {
        expect:
        new Template('Осталось {days|день|дня|дней}').fill(Wording.RUSSIAN, '', days) == "Осталось $text".toString()
        new Template('{days|day|days} left').fill(Wording.ENGLISH, '', days) == "$english left".toString()

        where:
        days || text           | english
        0    || '0\u00a0дней'   | '0\u00a0days'
        1    || '1\u00a0день'   | '1\u00a0day'
        2    || '2\u00a0дня'    | '2\u00a0days'
        5    || '5\u00a0дней'   | '5\u00a0days'
        11   || '11\u00a0дней'  | '11\u00a0days'
        12   || '12\u00a0дней'  | '12\u00a0days'
        21   || '21\u00a0день'  | '21\u00a0days'
        104  || '104\u00a0дня'  | '104\u00a0days'
        111  || '111\u00a0дней' | '111\u00a0days'
    }

    def "places are filled, and what looks like one of Java's is left alone"() {
        expect:
        new Template('{days}: {link}, $1 \\').fill(Wording.RUSSIAN, 'https://bilet.example/ticket', 3) ==
                '3: https://bilet.example/ticket, $1 \\'
    }

    def "a text with #what is refused"() {
        expect:
        !new Template(text).isSound(language)

        where:
        what                       | text                         | language
        'a place nobody knows'     | '{name}, здравствуйте'       | Wording.RUSSIAN
        'an open brace'            | 'Осталось {days'             | Wording.RUSSIAN
        'a brace that was not open'| 'Осталось days}'             | Wording.RUSSIAN
        'two forms in Russian'     | '{days|день|дня}'            | Wording.RUSSIAN
        'three forms in English'   | '{days|day|days|days}'       | Wording.ENGLISH
        'forms of a link'          | '{link|a|b|c}'               | Wording.RUSSIAN
    }
}
