package org.profbilet.access

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import javax.sql.DataSource
import org.profbilet.testing.DatabaseSpec
import org.profbilet.testing.TestDatabase

@MicronautTest(transactional = false)
class DatabaseWallSpec extends DatabaseSpec {

    @Inject
    DataSource dataSource

    def "the login of the application owns nothing and passes no wall"() {
        when:
        def login = asSuperuser {
            it.firstRow('''
                SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                       (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned,
                       (SELECT count(*) FROM pg_auth_members WHERE member = r.oid) AS memberships
                  FROM pg_roles r
                 WHERE rolname = ?''', [TestDatabase.APPLICATION])
        }

        then:
        !login.rolsuper
        !login.rolbypassrls
        !login.rolcreaterole
        !login.rolcreatedb
        login.owned == 0
        login.memberships == 0
    }

    def "every table that names a person is behind row-level security, for its owner too"() {
        when:
        def open = asSuperuser {
            it.rows('''
                SELECT n.nspname || '.' || c.relname AS name
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relkind = 'r'
                   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                   AND (a.attname = 'person_id' OR n.nspname || '.' || c.relname = 'members.person')
                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)''')*.name
        }

        then:
        open == []
    }

    def "the audit can be written and read but never changed by the application"() {
        when:
        def rights = asSuperuser {
            it.rows('''
                SELECT privilege_type
                  FROM information_schema.role_table_grants
                 WHERE grantee = ?
                   AND table_schema = 'audit'
                   AND table_name = 'entry'
                 ORDER BY privilege_type''', [TestDatabase.APPLICATION])*.privilege_type
        }

        then:
        rights == ['INSERT', 'SELECT']
    }
}
