package org.profbilet.hygiene

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Reads everything that all specifications of all modules logged, and looks for the people in it. */
class LogHygieneSpec extends Specification {

    // Their words again, and not their classes: those would begin the log of this module anew.
    static final String CANARY = 'the canary of the log capture is Канарейкина'
    static final String PASSWORD = 'длинный пароль'

    static final Path ROOT = Path.of('').toAbsolutePath().parent

    def "the capture works: every module with a database logged the canary"() {
        expect:
        log(module).contains(CANARY)

        where:
        module << ['card-service', 'notifications', 'api']
    }

    def "nobody of the lists and fixtures is named in the log of #module"() {
        given:
        def lines = log(module).readLines()

        expect:
        names().findAll { name -> lines.any { it.contains(name) } }.empty

        where:
        module << ['card-service', 'notifications', 'api']
    }

    def "the log of #module holds no address, no token and no password"() {
        given:
        def text = log(module)

        expect:
        (text =~ /[\w.+-]+@(example|mail|yandex)\.[a-z]+/).collect { it } == []
        (text =~ /(?:\+7|\b8)[ (]*9\d{2}[ )-]*\d{3}-?\d{2}-?\d{2}\b/).collect { it } == []
        (text =~ /eyJ[\w-]{8,}\.[\w-]{8,}/).collect { it } == []
        (text =~ /EPB1:\d/).collect { it } == []
        (text =~ /\/[VAD]#\w+/).collect { it } == []
        (text =~ /\b(?:19[3-9]\d|200\d)-\d\d-\d\d\b/).collect { it } == []
        !text.contains(PASSWORD)

        where:
        module << ['card-service', 'notifications', 'api']
    }

    /** Surnames of the list that every specification loads, and of the fixtures made by hand. */
    private static Set<String> names() {
        def file = ROOT.resolve('card-service/src/test/resources/lists/members-school-52.csv')
        def surnames = Files.readAllLines(file, java.nio.charset.Charset.forName('windows-1251'))
                .collect { it.split(';') }
                .findAll { it.length > 5 && it[0].isInteger() }
                .collect { it[1] }
        assert surnames.size() == 52
        surnames.toSet() + ['Иванова', 'Пензина', 'Петровна']
    }

    private static String log(String module) {
        ROOT.resolve("$module/target").toFile().listFiles({ it.name ==~ /suite.*\.log/ } as FileFilter).sort()*.getText('UTF-8').join('\n')
    }
}
