package dev.precinct.local.kubernetes.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a kind refuses: the problems of an object, or of its change from an older form. */
@FunctionalInterface
public interface ObjectRules {
    List<Cause> problems(ObjectNode object, @Nullable ObjectNode old);
}
