package dev.precinct.runtime.location.persistence;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.precinct.runtime.location.ClientRecord;
import dev.precinct.runtime.location.Fix;
import dev.precinct.runtime.location.LiveDevice;
import java.util.List;
import java.util.Optional;

/** A live device as Redis keeps it: values without names, a third of the size. A change of the records needs another key. */
final class LiveDeviceJson {
    private static final ObjectMapper MAPPER = mapper();

    private LiveDeviceJson() {}

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        for (var type : List.of(
                LiveDevice.class,
                Fix.class,
                ClientRecord.class,
                ClientRecord.Told.class,
                ClientRecord.Radio.class,
                ClientRecord.MaxRssi.class,
                ClientRecord.Account.class,
                ClientRecord.Traffic.class,
                ClientRecord.Times.class,
                ClientRecord.GeoPosition.class,
                ClientRecord.Raw.class)) {
            mapper.configOverride(type).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY));
        }
        return mapper;
    }

    static String write(LiveDevice device) {
        try {
            return MAPPER.writeValueAsString(device);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a live device cannot be written", e);
        }
    }

    /** Empty when it was written by another version. */
    static Optional<LiveDevice> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, LiveDevice.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
