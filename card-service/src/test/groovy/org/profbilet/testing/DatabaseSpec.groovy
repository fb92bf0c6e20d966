package org.profbilet.testing

import com.github.f4b6a3.uuid.UuidCreator
import groovy.sql.Sql
import io.micronaut.context.ApplicationContext
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.test.support.TestPropertyProvider
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

/** A specification on a real PostgreSQL of its own. Annotate the subclass with {@link MicronautTest}(transactional = false). */
abstract class DatabaseSpec extends Specification implements TestPropertyProvider {

    @Shared
    protected String database

    @Inject
    ApplicationContext context

    @Inject
    MutableClock clock

    @Override
    Map<String, String> getProperties() {
        database = database ?: TestDatabase.copy()
        [
            'datasources.default.url'              : TestDatabase.url(database),
            'datasources.default.username'         : TestDatabase.APPLICATION,
            'datasources.default.password'         : TestDatabase.PASSWORD,
            'datasources.default.driver-class-name': 'org.postgresql.Driver',
            'datasources.default.maximum-pool-size': '8',
            'profbilet.accounts.key'               : 'a key for specifications only, long enough',
            'profbilet.test'                       : 'true',
            'profbilet.jobs.enabled'               : 'false'
        ]
    }

    /** Rows as no application login sees them: past row-level security. */
    protected <T> T asSuperuser(Closure<T> work) {
        def sql = TestDatabase.superuser(database)
        try {
            work(sql)
        } finally {
            sql.close()
        }
    }

    /**
     * A person with an active membership, put straight into the tables.
     * Give what matters: lastName, firstName, middleName, birthDate, consents (a map of purpose or
     * channel to state), email, phone.
     */
    protected UUID aMember(Map<String, Object> given = [:], UUID primaryId) {
        def member = [lastName: 'Иванова', firstName: 'Мария', middleName: 'Петровна',
                      birthDate: '1980-02-01', consents: [UNION_PROCESSING: 'GIVEN']] + given
        def id = UuidCreator.timeOrderedEpoch
        asSuperuser { sql ->
            insertPerson(sql, id, primaryId, member)
            // the ledger's trigger looks for the person as the owner, who is behind the wall too
            sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [primaryId.toString()])
            member.consents.each { name, state -> insertDecision(sql, id, primaryId, name, state) }
            [EMAIL: member.email, PHONE: member.phone].findAll { it.value }.each { kind, value ->
                sql.execute("""
                    INSERT INTO contacts.contact (id, person_id, primary_id, kind, value, verified_at, recorded_at)
                    VALUES (?, ?, ?, ?, ?, now(), now())""",
                        [UuidCreator.timeOrderedEpoch, id, primaryId, kind, value])
            }
        }
        id
    }

    protected static void insertPerson(Sql sql, UUID id, UUID primaryId, Map<String, Object> member) {
        sql.execute("""
            INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, middle_name,
                                        birth_date, sex, search_name, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?::date, 'F', ?, now())""",
                [id, primaryId, Union.ticketNumber(), member.lastName, member.firstName, member.middleName,
                 member.birthDate,
                 [member.lastName, member.firstName, member.middleName].findAll().join(' ').toLowerCase().replace('ё', 'е')])
        sql.execute("""
            INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on,
                                            registered_on, valid_from, recorded_at)
            VALUES (?, ?, ?, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now())""",
                [UuidCreator.timeOrderedEpoch, id, primaryId])
    }

    protected static void insertDecision(Sql sql, UUID id, UUID primaryId, String name, String state) {
        def channel = name in ['SMS', 'PUSH', 'EMAIL'] ? name : 'NONE'
        def purpose = channel == 'NONE' ? name : 'MESSAGES'
        sql.execute("""
            INSERT INTO consents.decision (id, person_id, primary_id, purpose, channel, state, version, text_id,
                                           form, signed_on, keeper_id, recorded_at)
            SELECT ?, ?, ?, ?, ?, ?, coalesce(max(before.version), 0) + 1,
                   (SELECT id FROM consents.text WHERE purpose = ? ORDER BY effective_from DESC LIMIT 1),
                   'PAPER', '2026-01-15', ?, now()
              FROM (SELECT version
                      FROM consents.decision
                     WHERE person_id = ? AND purpose = ? AND channel = ?) before""",
                [UuidCreator.timeOrderedEpoch, id, primaryId, purpose, channel, state, purpose, primaryId,
                 id, purpose, channel])
    }

    def cleanupSpec() {
        TestDatabase.drop(database)
    }
}
