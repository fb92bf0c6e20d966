package org.profbilet.api.start

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** What is wrong with the settings is told in one sentence, before anything is started. */
class SettingsSpec extends Specification {

    static final ServerFacts FIT = new ServerFacts(150004, 'UTF8', true, true, true, true)

    @TempDir
    Path folder

    def "without settings it serves this machine only, under an address that browsers trust"() {
        when:
        def addresses = Addresses.from([:], false)

        then:
        addresses == new Addresses('127.0.0.1', 8080, 8081, 'http://localhost:8080')
        addresses.properties()['profbilet.public-url'] == 'http://localhost:8080'
    }

    def "with --tls the address is https, of the host that phones of the local network reach"() {
        expect:
        Addresses.from([PROFBILET_HOST: '192.168.100.100'], true).publicUrl() == 'https://192.168.100.100:8443'
        Addresses.from([:], true).publicUrl() == 'https://localhost:8443'
        Addresses.from([PROFBILET_PORT: '9443'], true).publicUrl() == 'https://localhost:9443'
    }

    def "a public address of #length characters is fit: #fit"() {
        given:
        def url = 'https://' + 'b' * (length - 3) + '.ru'

        when:
        def problem = problemOf { Addresses.from([PROFBILET_PUBLIC_URL: url], false) }

        then:
        (problem == null) == fit
        fit || problem.contains(url) && problem.contains('не длиннее 20 знаков')

        where:
        length | fit
        20     | true
        21     | false
    }

    def "#settings is refused: #sentence"() {
        expect:
        problemOf { Addresses.from(settings, false) }.contains(sentence)

        where:
        settings                                                    | sentence
        [PROFBILET_PORT: 'восемь']                                  | 'нужен номер порта'
        [PROFBILET_PORT: '70000']                                   | 'нужен номер порта'
        [PROFBILET_PORT: '9000', PROFBILET_MANAGEMENT_PORT: '9000'] | 'задайте разные'
        [PROFBILET_PUBLIC_URL: 'bilet.example.ru']                  | 'PROFBILET_PUBLIC_URL=bilet.example.ru не подходит'
        [PROFBILET_PUBLIC_URL: 'https://bilet.example.ru/profbilet'] | 'без пути'
    }

    def "a port that another program holds is named, with the setting that changes it"() {
        given:
        def other = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
        def settings = [PROFBILET_MANAGEMENT_PORT: other.localPort.toString()]

        expect:
        problemOf { Addresses.from(settings + [PROFBILET_PORT: '18999'], false).requireFree() }
                .contains("Порт $other.localPort на 127.0.0.1 занят")

        cleanup:
        other.close()
    }

    def "an address that is not of this machine is no port that is busy"() {
        expect:
        problemOf { Addresses.from([PROFBILET_HOST: 'no.such.host.invalid', PROFBILET_PUBLIC_URL: 'https://bilet.example.ru'], false).requireFree() }.contains('такого адреса нет')
    }

    def "an option that nobody knows is not ignored"() {
        expect:
        problemOf { Options.of('--demo=no') }.contains('Непонятно: --demo=no')
        Options.of() == new Options(true, false)
        Options.of('--tls', '--no-demo') == new Options(false, true)
    }

    def "a home that is a file, or lies where nothing may be made, is refused with the setting to change"() {
        given:
        def file = Files.createFile(folder.resolve('file'))

        expect:
        problemOf { Home.open([PROFBILET_HOME: file.resolve('home').toString()]) }.contains('PROFBILET_HOME')
        problemOf { Home.open([PROFBILET_HOME: '/proc/profbilet']) }.contains('недоступен для записи')
    }

    def "an own PostgreSQL with #change is refused: #sentence"() {
        expect:
        problemOf { facts.requireFit('owner') }.contains(sentence)

        where:
        facts                                                         | change                      || sentence
        new ServerFacts(140011, 'UTF8', true, true, true, true)       | 'version 14.11'             || 'Нужен PostgreSQL 15 или новее, а здесь 14'
        new ServerFacts(150004, 'SQL_ASCII', true, true, true, true)  | 'a foreign encoding'        || 'нужна UTF8'
        new ServerFacts(150004, 'UTF8', false, true, true, true)      | 'no ICU'                    || 'без ICU'
        new ServerFacts(150004, 'UTF8', true, false, true, true)      | 'a locale without Russian'  || 'не знает русских букв'
        new ServerFacts(150004, 'UTF8', true, true, false, true)      | 'no btree_gist'             || 'postgresql-contrib'
        new ServerFacts(150004, 'UTF8', true, true, true, false)      | 'an owner that owns nothing' || 'ALTER DATABASE'
    }

    def "one that is fit is taken"() {
        expect:
        problemOf { FIT.requireFit('owner') } == null
    }

    def "an own PostgreSQL needs both logins"() {
        expect:
        problemOf { OwnDatabase.from([DATASOURCES_DEFAULT_URL: 'jdbc:postgresql://localhost/profbilet']) }
                .contains('Не задано DATASOURCES_DEFAULT_USERNAME')
        problemOf { OwnDatabase.from([DATASOURCES_DEFAULT_URL: 'postgres://localhost/profbilet']) }
                .contains('начинается с jdbc:postgresql://')
    }

    def "the certificate is kept, has the name of the host, and is made anew before it ends"() {
        given:
        def home = Home.open([PROFBILET_HOME: folder.resolve('home').toString()])
        def url = 'https://192.168.1.10:8443'

        when:
        def first = Certificate.of(home, url, Clock.systemUTC())
        def second = Certificate.of(home, url, Clock.systemUTC())
        def later = Certificate.of(home, url, Clock.offset(Clock.systemUTC(), Duration.ofDays(795)))

        then:
        second.fingerprint() == first.fingerprint()
        later.fingerprint() != first.fingerprint()
        !first.toString().contains(first.password())
        first.fingerprint() ==~ /(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/
        first.certificate().subjectAlternativeNames*.get(1).contains('192.168.1.10')
        Files.readString(first.file()).startsWith('-----BEGIN CERTIFICATE-----')
    }

    private static String problemOf(Closure<?> work) {
        try {
            work()
            null
        } catch (StartRefused e) {
            e.message
        }
    }
}
