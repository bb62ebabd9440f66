package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The answer to a write: the object as it stands now, whether it is new, and warnings for the client. */
public record Written(ObjectNode object, boolean created, List<String> warnings) {}
