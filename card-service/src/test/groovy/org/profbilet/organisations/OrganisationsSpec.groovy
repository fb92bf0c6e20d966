package org.profbilet.organisations

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation
import org.profbilet.testing.DatabaseSpec

@MicronautTest(transactional = false)
class OrganisationsSpec extends DatabaseSpec {

    @Inject
    RegisterOrganisation registerOrganisation

    @Inject
    Organisations organisations

    def "an organisation is found by its ИНПО, with all above it, whatever its ИНПО says"() {
        given:
        def central = register('00-000-0000', Level.CENTRAL, null)
        def region = register('16-000-0000', Level.REGIONAL, central)
        def otherRegion = register('22-000-0000', Level.REGIONAL, central)
        def local = register('22-001-0000', Level.LOCAL, region)
        def primary = register('16-001-0001', Level.PRIMARY, local)

        when:
        def found = organisations.find(new Inpo('16-001-0001')).get()

        then:
        found.id() == primary
        organisations.listFromTheTopTo(primary)*.id() == [central, region, local, primary]
        organisations.findAbove(primary, Level.REGIONAL).get().id() == region
        organisations.isWithin(primary, region)
        organisations.isWithin(primary, primary)
        !organisations.isWithin(primary, otherRegion)
        !organisations.isWithin(region, primary)
        organisations.listChildren(central)*.id().toSet() == [region, otherRegion].toSet()
    }

    private UUID register(String inpo, Level level, UUID parent) {
        registerOrganisation.register(new NewOrganisation(
                new Inpo(inpo), level, parent, "Организация $inpo", inpo, null, 'Europe/Moscow', null))
    }
}
