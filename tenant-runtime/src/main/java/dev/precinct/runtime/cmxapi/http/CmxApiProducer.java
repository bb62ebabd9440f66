package dev.precinct.runtime.cmxapi.http;

import dev.precinct.runtime.access.disclosure.Pseudonyms;
import dev.precinct.runtime.cmxapi.clients.Viewers;
import dev.precinct.runtime.floorplan.FloorPlans;
import dev.precinct.runtime.location.LiveView;
import dev.precinct.runtime.places.Places;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives what the resources share. */
@ApplicationScoped
public class CmxApiProducer {

    @Produces
    @Singleton
    Viewers viewers(LiveView live, Pseudonyms pseudonyms) {
        return new Viewers(live, pseudonyms);
    }

    @Produces
    @Singleton
    FloorPlans plans(Places places) {
        return new FloorPlans(places);
    }
}
