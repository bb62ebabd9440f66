package dev.precinct.crd.tenant.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.precinct.crd.meta.EachItem;
import dev.precinct.crd.meta.OnChange;
import dev.precinct.crd.meta.SpecImpact;
import dev.precinct.crd.meta.Syntax;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
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
        @Required
        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("Base address of the appliance: http or https, host and port.")
        @Size(min = 1, max = 300)
        @ValidationRule(
                value = "self.matches('" + Syntax.BASE_URL + "')",
                message = "url is http:// or https:// with a host and, if need be, a port; without user, path or query")
        String url,

        @Required
        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Secret in the operator's namespace with username and password; if need be with"
                + " apiUsername and apiPassword (for location v3) and ca.crt.")
        @Size(min = 1, max = 253)
        @ValidationRule(
                value = "self.matches('" + Syntax.OBJECT_NAME + "')",
                message =
                        "credentialsSecret is the name of a Secret: a-z, 0-9, '-' and '.', a letter or digit at both ends")
        String credentialsSecret,

        @OnChange(SpecImpact.ROLL) @JsonPropertyDescription("How the runtime asks CMX.") @Default("{}") @Nullable
        PollingSpec polling,

        @OnChange(SpecImpact.ROLL)
        @JsonPropertyDescription("Enabled: the runtime subscribes at CMX and receives pushes beside its polls.")
        @Default("Enabled")
        @Nullable
        NotificationMode notifications,

        @OnChange(SpecImpact.METADATA)
        @JsonPropertyDescription("Address ranges at which the runtime may reach CMX, where the operator can't"
                + " resolve the name in url.")
        @Size(max = 50)
        @EachItem(
                maxLength = 43,
                rule = "isCIDR(self)",
                message = "an address range is written as 192.0.2.0/24 or 2001:db8::/32")
        @Nullable
        List<String> egressCidrs) {}
