package dev.precinct.crd.tenant.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.OnChange;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecShapeTest {
    @Test
    void everySpecFieldDeclaresWhatAChangeCosts() {
        assertThat(fieldsOf(TenantSpec.class)).allMatch(field -> field.isAnnotationPresent(OnChange.class));
    }

    @Test
    void everyFieldIsDescribed() {
        assertThat(Stream.concat(fieldsOf(TenantSpec.class), Stream.of(TenantStatus.class.getRecordComponents())))
                .allMatch(field -> field.getAccessor().isAnnotationPresent(JsonPropertyDescription.class));
    }

    /** A boolean can't grow a third value, a float does not survive a round trip, a map has no place for a rule. */
    @Test
    void fieldsAreTextsWholeNumbersEnumsRecordsOrListsOfThem() {
        assertThat(fieldsOf(TenantSpec.class)).allMatch(field -> isPlain(field.getGenericType()));
    }

    /** An operator must go on reading what a later version wrote. */
    @Test
    void recordsTolerateFieldsThatTheyDoNotKnowAndWriteNoEmptyOnes() {
        Set<Class<?>> records = recordsOf(TenantSpec.class);
        records.add(TenantStatus.class);
        assertThat(records)
                .allMatch(type -> type.getAnnotation(JsonIgnoreProperties.class).ignoreUnknown())
                .allMatch(type -> type.getAnnotation(JsonInclude.class).value() == JsonInclude.Include.NON_EMPTY);
    }

    private static boolean isPlain(Type type) {
        if (type instanceof ParameterizedType list) {
            return list.getRawType() == List.class && isPlain(list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain
                && (plain == String.class || plain == Integer.class || plain.isEnum() || plain.isRecord());
    }

    private static Stream<RecordComponent> fieldsOf(Class<?> root) {
        return recordsOf(root).stream().flatMap(type -> Stream.of(type.getRecordComponents()));
    }

    private static Set<Class<?>> recordsOf(Class<?> root) {
        var found = new LinkedHashSet<Class<?>>();
        collect(root, found);
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], found);
        } else if (type instanceof Class<?> plain && plain.isRecord() && found.add(plain)) {
            for (RecordComponent component : plain.getRecordComponents()) {
                collect(component.getGenericType(), found);
            }
        }
    }
}
