package org.profbilet.testing

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
            'profbilet.test'                       : 'true'
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

    def cleanupSpec() {
        TestDatabase.drop(database)
    }
}
