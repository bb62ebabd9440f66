package dev.precinct.simulator;

import dev.precinct.simulator.device.PlacedDevices;
import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.device.World;
import dev.precinct.simulator.drawing.FloorImages;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.http.SimulatorServer;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.place.MapsTree;
import dev.precinct.simulator.recorded.RecordedMaps;
import dev.precinct.simulator.recorded.RecordedWorld;
import dev.precinct.simulator.recorded.RecordingFolder;
import dev.precinct.simulator.settings.Behaviour;
import dev.precinct.simulator.synthetic.CampusPlan;
import dev.precinct.simulator.synthetic.Layout;
import dev.precinct.simulator.synthetic.Rhythm;
import dev.precinct.simulator.synthetic.Seed;
import dev.precinct.simulator.synthetic.SyntheticWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a simulation together: a made-up campus, or what a folder recorded. */
final class Simulations {
    private Simulations() {}

    /** How many devices come, by which rhythm, from which seed. */
    record Population(int clients, Rhythm rhythm, long seed) {}

    /** Where the appliance's clock begins and how fast it runs. */
    record Pace(InstantSource wall, Instant start, double speed) {
        SimulationClock clock() {
            return new SimulationClock(wall, start, speed);
        }
    }

    static SimulatorServer.Content build(
            @Nullable Path recorded, Population population, Pace pace, Behaviour behaviour, Faults faults) {
        return recorded == null
                ? synthetic(population, pace, behaviour, faults)
                : replayed(RecordingFolder.read(recorded), population, pace, behaviour, faults);
    }

    /** A folder with maps alone gets made-up devices, which cross its floors freely. */
    private static SimulatorServer.Content replayed(
            RecordingFolder folder, Population population, Pace pace, Behaviour behaviour, Faults faults) {
        var venue = new LiveVenue(MapsTree.read(RecordedMaps.tree(folder)));
        var clock = pace.clock();
        var layouts = CampusPlan.openLayouts(venue.now());
        World world = folder.hasDevices()
                ? RecordedWorld.of(folder, clock.start())
                : synthetic(population, venue, layouts, behaviour);
        return new SimulatorServer.Content(
                new PlacedDevices(world), venue, clock, new FloorImages(venue, List.of(), folder.path()), faults);
    }

    private static SimulatorServer.Content synthetic(
            Population population, Pace pace, Behaviour behaviour, Faults faults) {
        var plan = CampusPlan.load();
        var venue = new LiveVenue(MapsTree.read(plan.mapsTree()));
        var layouts = plan.layouts();
        var world = synthetic(population, venue, layouts, behaviour);
        return new SimulatorServer.Content(
                new PlacedDevices(world), venue, pace.clock(), new FloorImages(venue, layouts, null), faults);
    }

    private static World synthetic(Population population, LiveVenue venue, List<Layout> layouts, Behaviour behaviour) {
        return new SyntheticWorld(
                new Seed(population.seed()),
                venue,
                layouts,
                new SyntheticWorld.Population(population.clients(), population.rhythm(), behaviour.zone()));
    }
}
