package org.profbilet.audit

import static org.profbilet.audit.Tampering.Trouble.CHANGED
import static org.profbilet.audit.Tampering.Trouble.REMOVED
import static org.profbilet.audit.Tampering.Trouble.SEAL_REMOVED
import static org.profbilet.audit.Tampering.Trouble.SLIPPED_IN

import groovy.sql.Sql
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.sql.SQLException
import java.time.Duration
import java.util.concurrent.Executors
import org.profbilet.testing.DatabaseSpec
import org.profbilet.testing.TestDatabase

/** Who changes the audit afterwards is found out, though she owns its tables. */
@MicronautTest(transactional = false)
class SealAuditSpec extends DatabaseSpec {

    @Inject
    Audit audit

    @Inject
    SealAudit sealAudit

    UUID school = UUID.randomUUID()
    UUID kindergarten = UUID.randomUUID()

    def setup() {
        asSuperuser { it.execute('TRUNCATE audit.entry, audit.seal') }
    }

    def "every organisation has a chain of its own, in the order of its deeds, and so have deeds of none"() {
        given:
        happened(school, 3)
        happened(kindergarten, 2)
        happened(null, 1)

        when:
        def anything = sealAudit.seal()

        then:
        anything
        placesOf(school) == [1, 2, 3]
        placesOf(kindergarten) == [1, 2]
        placesOf(null) == [1]
        sealAudit.findTampering() == []

        when:
        happened(school, 2)
        sealAudit.seal()

        then:
        placesOf(school) == [1, 2, 3, 4, 5]
        sealAudit.findTampering() == []
        !sealAudit.seal()
    }

    def "a deed is not sealed before it is done, and nothing is wrong with one that waits"() {
        given:
        happened(school, 2)

        expect:
        placesOf(school) == [null, null]
        sealAudit.findTampering() == []
    }

    def "an entry of which #what was changed is named, and it alone"() {
        given:
        def entries = happened(school, 5)
        happened(kindergarten, 5)
        sealAudit.seal()

        when:
        asSuperuser { it.execute("UPDATE audit.entry SET $change WHERE id = ?".toString(), [entries[2]]) }

        then:
        sealAudit.findTampering() == [new Tampering(entries[2], CHANGED)]

        where:
        what               | change
        'a detail'         | "details = '{\"cards\": 99}'"
        'the deed'         | "action = 'CARD_LOST'"
        'the moment'       | "at = at + interval '1 microsecond'"
        'the person'       | 'account_id = gen_random_uuid()'
        'the organisation' | 'organisation_id = NULL'
        'the subject'      | 'subject_id = gen_random_uuid()'
    }

    def "an entry that was removed is named: #which"() {
        given:
        def entries = happened(school, 5)
        if (sealed) {
            sealAudit.seal()
        }

        when:
        asSuperuser { it.execute('DELETE FROM audit.entry WHERE id = ?', [entries[place]]) }

        then:
        sealAudit.findTampering() == [new Tampering(entries[place], REMOVED)]

        where:
        which           | place | sealed
        'the first'     | 0     | true
        'one between'   | 2     | true
        'the last'      | 4     | true
        'one that waits'| 3     | false
    }

    def "an entry removed together with its seal leaves a hole before the next one"() {
        given:
        def entries = happened(school, 5)
        sealAudit.seal()

        when:
        asSuperuser {
            it.execute('DELETE FROM audit.entry WHERE id = ?', [entries[2]])
            it.execute('DELETE FROM audit.seal WHERE entry_id = ?', [entries[2]])
        }

        then:
        sealAudit.findTampering() == [new Tampering(entries[3], SEAL_REMOVED)]
    }

    def "two entries that changed places are both named"() {
        given:
        def entries = happened(school, 4)
        sealAudit.seal()

        when:
        asSuperuser {
            it.execute('UPDATE audit.seal SET place = -1 WHERE entry_id = ?', [entries[1]])
            it.execute('UPDATE audit.seal SET place = 2 WHERE entry_id = ?', [entries[2]])
            it.execute('UPDATE audit.seal SET place = 3 WHERE entry_id = ?', [entries[1]])
        }

        then:
        sealAudit.findTampering()*.entryId().containsAll(entries[1..2])
    }

    def "an entry slipped in past the trigger is named"() {
        given:
        happened(school, 2)
        sealAudit.seal()

        when:
        asSuperuser {
            it.execute('ALTER TABLE audit.entry DISABLE TRIGGER entry_awaits_seal')
            it.execute('INSERT INTO audit.entry (id, at, organisation_id, action) VALUES (?, now(), ?, ?)',
                    [UUID.fromString('00000000-0000-7000-8000-000000000001'), school, 'CARD_ISSUED'])
            it.execute('ALTER TABLE audit.entry ENABLE TRIGGER entry_awaits_seal')
        }

        then:
        sealAudit.findTampering() == [new Tampering(UUID.fromString('00000000-0000-7000-8000-000000000001'), SLIPPED_IN)]
    }

    def "sealers that come together make one chain"() {
        given:
        happened(school, 200)
        def workers = Executors.newFixedThreadPool(4)

        when:
        workers.invokeAll((1..4).collect { { -> while (sealAudit.seal()) { } } as java.util.concurrent.Callable })*.get()
        sealAudit.seal()

        then:
        placesOf(school) == (1..200).toList()
        sealAudit.findTampering() == []

        cleanup:
        workers.shutdown()
    }

    def "the application cannot: #what"() {
        given:
        happened(school, 2)
        sealAudit.seal()

        when:
        Sql.withInstance(TestDatabase.url(database), TestDatabase.APPLICATION, TestDatabase.PASSWORD, 'org.postgresql.Driver') {
            it.execute(statement)
        }

        then:
        def refused = thrown(SQLException)
        refused.SQLState == '42501'

        where:
        what                  | statement
        'change an entry'     | "UPDATE audit.entry SET action = 'X'"
        'remove an entry'     | 'DELETE FROM audit.entry'
        'empty the audit'     | 'TRUNCATE audit.entry'
        'make a seal'         | "INSERT INTO audit.seal (entry_id, chain) VALUES (gen_random_uuid(), gen_random_uuid())"
        'change a seal'       | 'UPDATE audit.seal SET hash = NULL, place = NULL'
        'remove a seal'       | 'DELETE FROM audit.seal'
        'stop the trigger'    | 'ALTER TABLE audit.entry DISABLE TRIGGER entry_awaits_seal'
    }

    private List<UUID> happened(UUID organisation, int times) {
        (1..times).collect {
            clock.advance(Duration.ofSeconds(1))
            audit.record(UUID.randomUUID(), organisation, 'CARD_ISSUED', UUID.randomUUID(), [cards: it])
        }
        asSuperuser {
            it.rows('SELECT id FROM audit.entry WHERE organisation_id IS NOT DISTINCT FROM ? ORDER BY at', [organisation])*.id
        }
    }

    private List<Integer> placesOf(UUID organisation) {
        asSuperuser {
            it.rows('''
                SELECT seal.place
                  FROM audit.entry
                  JOIN audit.seal
                    ON seal.entry_id = entry.id
                 WHERE entry.organisation_id IS NOT DISTINCT FROM ?
                 ORDER BY entry.at''', [organisation])*.place
        }
    }
}
