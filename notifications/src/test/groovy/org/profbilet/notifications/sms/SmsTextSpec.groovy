package org.profbilet.notifications.sms

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class SmsTextSpec extends Specification {

    def "#length characters of #what travel as #alphabet in #parts parts"() {
        when:
        def sms = SmsText.of(character * length, 7)

        then:
        sms.alphabet() == alphabet
        sms.parts().size() == parts
        sms.parts().every { it.length <= (alphabet == SmsText.Alphabet.GSM ? 160 : 140) }

        where:
        what            | character | length || alphabet              | parts
        'Latin'         | 'a'       | 160    || SmsText.Alphabet.GSM  | 1
        'Latin'         | 'a'       | 161    || SmsText.Alphabet.GSM  | 2
        'Latin'         | 'a'       | 306    || SmsText.Alphabet.GSM  | 2
        'Latin'         | 'a'       | 307    || SmsText.Alphabet.GSM  | 3
        'double places' | '€'       | 80     || SmsText.Alphabet.GSM  | 1
        'double places' | '€'       | 81     || SmsText.Alphabet.GSM  | 2
        'double places' | '€'       | 153    || SmsText.Alphabet.GSM  | 3
        'Cyrillic'      | 'ж'       | 70     || SmsText.Alphabet.UCS2 | 1
        'Cyrillic'      | 'ж'       | 71     || SmsText.Alphabet.UCS2 | 2
        'Cyrillic'      | 'ж'       | 134    || SmsText.Alphabet.UCS2 | 2
        'Cyrillic'      | 'ж'       | 135    || SmsText.Alphabet.UCS2 | 3
        'emoji'         | '🎫'      | 35     || SmsText.Alphabet.UCS2 | 1
        'emoji'         | '🎫'      | 67     || SmsText.Alphabet.UCS2 | 3
    }

    def "parts are numbered and joined to the same text, and no character is cut (seed #seed)"() {
        given:
        def random = new Random(seed)
        def text = (1..(71 + random.nextInt(300))).collect { ['ж', 'a', '€', '🎫', ' '][random.nextInt(5)] }.join('')

        when:
        def sms = SmsText.of(text, 0x1FF)
        def bodies = sms.parts().collect { it[6..-1] as byte[] }

        then:
        sms.parts().withIndex().every { part, place ->
            part[0..5] == [5, 0, 3, (byte) 0xFF, (byte) sms.parts().size(), (byte) (place + 1)]
        }
        bodies.collect { new String(it, StandardCharsets.UTF_16BE) }.join('') == text
        bodies.every { !Character.isHighSurrogate(new String(it, StandardCharsets.UTF_16BE).toCharArray()[-1]) }

        where:
        seed << (1..50)
    }

    def "a Latin text is written in the alphabet of the standard and not in ASCII"() {
        expect:
        SmsText.of('@$_{€}', 0).parts() == [[0x00, 0x02, 0x11, 0x1B, 0x28, 0x1B, 0x65, 0x1B, 0x29] as byte[]]
    }

    def "a text of more than eight parts is no SMS"() {
        when:
        SmsText.of('ж' * (8 * 67 + 1), 0)

        then:
        thrown(IllegalArgumentException)
        SmsText.of('ж' * (8 * 67), 0).parts().size() == 8
    }
}
