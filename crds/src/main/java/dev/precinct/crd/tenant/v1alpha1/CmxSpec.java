package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CMX appliance of a tenant.
 *
 * @param url base address, http or https, without a path
 * @param credentialsSecret Secret in the operator's namespace: username, password, optional apiUsername and apiPassword (v3), ca.crt
 * @param notifications Enabled when absent: the runtime subscribes and receives pushes
 * @param egressCidrs addresses that the runtime may reach CMX at, when the name in url can't be resolved by the operator
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CmxSpec(
        String url,
        String credentialsSecret,
        @Nullable PollingSpec polling,
        @Nullable NotificationMode notifications,
        @Nullable List<String> egressCidrs) {}
