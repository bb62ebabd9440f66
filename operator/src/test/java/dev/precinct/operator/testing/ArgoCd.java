package dev.precinct.operator.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;

/** Judges a Tenant by the shipped check, as Argo CD does: a Lua chunk that finds the object in {@code obj} and has no more than the base library. */
public final class ArgoCd {
    private static final Path SHIPPED = Path.of("../crds/argocd/argocd-cm.yaml");
    private static final String KEY = "resource.customizations.health.precinct.dev_Tenant";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String check;

    /** One word of {@code Healthy}, {@code Progressing}, {@code Degraded}, {@code Suspended}, and why. */
    public record Health(String status, String message) {}

    private ArgoCd(String check) {
        this.check = check;
    }

    public static ArgoCd shipped() {
        try {
            var config = Serialization.unmarshal(Files.readString(SHIPPED), ConfigMap.class);
            return new ArgoCd(Objects.requireNonNull(config.getData().get(KEY), KEY));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped check can't be read", e);
        }
    }

    public Health healthOf(Tenant tenant) {
        var globals = new Globals();
        globals.load(new BaseLib());
        LoadState.install(globals);
        LuaC.install(globals);
        globals.set("obj", lua(json(tenant)));
        LuaValue health = globals.load(check, "health").call();
        return new Health(
                health.get("status").checkjstring(), health.get("message").checkjstring());
    }

    private static JsonNode json(Tenant tenant) {
        try {
            return JSON.readTree(Serialization.asJson(tenant));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LuaValue lua(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY -> table(value);
            case STRING -> LuaValue.valueOf(value.asText());
            case NUMBER -> LuaValue.valueOf(value.asDouble());
            case BOOLEAN -> LuaValue.valueOf(value.asBoolean());
            case NULL, BINARY, MISSING, POJO -> LuaValue.NIL;
        };
    }

    private static LuaTable table(JsonNode value) {
        var table = new LuaTable();
        value.properties().forEach(field -> table.set(field.getKey(), lua(field.getValue())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            table.set(i + 1, lua(value.get(i)));
        }
        return table;
    }
}
