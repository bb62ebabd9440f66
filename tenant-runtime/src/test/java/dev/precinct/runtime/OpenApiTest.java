package dev.precinct.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precinct.runtime.cmxapi.http.ClientsResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("openapi.yaml");

    @Test
    void theDocumentHasExactlyTheCallsThatTheCodeAnswers() throws IOException, URISyntaxException {
        assertThat(documented()).isEqualTo(answered());
    }

    private static Set<String> documented() throws IOException {
        var calls = new TreeSet<String>();
        new YAMLMapper()
                .readTree(DOCUMENT.toFile())
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    private static Set<String> answered() throws IOException, URISyntaxException {
        var classes = java.nio.file.Path.of(ClientsResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Resource.class") || name.endsWith("Route.class"))
                    .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
                    .map(OpenApiTest::load)
                    .flatMap(OpenApiTest::callsOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> callsOf(Class<?> type) {
        if (type.getSimpleName().endsWith("Route")) {
            return Stream.of("POST " + pathOf(type));
        }
        return type.isAnnotationPresent(Path.class) ? callsOfResource(type) : Stream.empty();
    }

    /** Routes beside JAX-RS tell their path in a constant. */
    private static String pathOf(Class<?> route) {
        try {
            return (String) route.getField("PATH").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> callsOfResource(Class<?> type) {
        String base = type.getAnnotation(Path.class).value();
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> verbOf(method).map(verb -> {
                    Path own = method.getAnnotation(Path.class);
                    return verb + " " + (own == null ? base : base + "/" + own.value());
                }));
    }

    private static Stream<String> verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(each -> each.isAnnotationPresent(HttpMethod.class))
                .map(each -> each.getAnnotation(HttpMethod.class).value());
    }
}
