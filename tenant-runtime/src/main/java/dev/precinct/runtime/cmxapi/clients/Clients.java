package dev.precinct.runtime.cmxapi.clients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers questions about devices for one viewer. Everything is cut and filtered before it is counted or paged. */
public final class Clients {
    private final Viewer viewer;
    private final Instant serverTime;

    /** @param serverTime now by the appliance's clock */
    public Clients(Viewer viewer, Instant serverTime) {
        this.viewer = viewer;
        this.serverTime = serverTime;
    }

    /** One page in the shape of v1 and v2. */
    public ClientAnswer page(ClientQuery query) {
        return ClientAnswer.list(query.page().of(query.matching(viewer.devices())), Shown::client, serverTime);
    }

    /** All in the shape of v3. */
    public ClientAnswer updates(ClientQuery query) {
        return ClientAnswer.list(query.matching(viewer.devices()), Shown::update, serverTime);
    }

    /**
     * One device in the shape of v1. A foreign device takes the same way as one that does not exist: the user's own devices are
     * searched, and it is not among them.
     */
    public Optional<ClientAnswer> single(String written) {
        String mac = MacText.normal(written);
        return viewer.devices().stream()
                .filter(shown -> !mac.isEmpty() && shown.mac().equals(mac))
                .findFirst()
                .map(shown -> ClientAnswer.single(shown.client(), serverTime));
    }

    /** Pages do not matter to a count. */
    public Count count(ClientQuery query) {
        List<Shown> matching = query.matching(viewer.devices());
        int associated = (int)
                matching.stream().filter(shown -> shown.device().associated()).count();
        return new Count(matching.size(), associated);
    }

    /** @param associated those of the total that are connected; the others only probe */
    public record Count(int total, int associated) {
        public int probing() {
            return total - associated;
        }
    }
}
