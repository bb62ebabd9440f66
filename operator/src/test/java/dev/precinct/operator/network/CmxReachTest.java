package dev.precinct.operator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.operator.testing.TenantFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmxReachTest {
    private final CmxReach reach = TenantFixtures.CMX;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, is a loopback address",
        "127.255.0.9, is a loopback address",
        "::1, is a loopback address",
        "::ffff:127.0.0.1, is a loopback address",
        "64:ff9b::7f00:1, is a loopback address",
        "0.0.0.0, is no address of a host",
        "::, is no address of a host",
        "169.254.169.254, 'is a link-local address, as clouds have their metadata at'",
        "fe80::1, 'is a link-local address, as clouds have their metadata at'",
        "fd00:ec2::254, 'is a link-local address, as clouds have their metadata at'",
        "224.0.0.251, is a multicast address",
        "ff02::1, is a multicast address",
        "::7f00:1, is an IPv4 address written as an IPv6 one",
        "2002:7f00:1::, is an IPv4 address written as an IPv6 one",
        "10.42.3.9, is an address of this cluster",
        "10.111.255.255, is an address of this cluster"
    })
    void theseAreNoAddressesOfAnAppliance(String address, String why) {
        assertThat(reach.objectionToAddress(address)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7",
                "10.43.0.1",
                "10.112.0.1",
                "172.16.0.1",
                "128.0.0.1",
                "2001:db8::1",
                "64:ff9b::c000:207"
            })
    void anyOtherMayBeOne(String address) {
        assertThat(reach.objectionToAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "localhost",
                "LocalHost.",
                "acme.localhost",
                "runtime.tenant-other.svc",
                "runtime.tenant-other.svc.cluster.local.",
                "10-42-0-1.tenant-other.pod.cluster.local",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.docker.internal"
            })
    void namesInsideTheClusterAreNone(String host) {
        assertThat(reach.objectionToName(host)).contains("is a name inside this cluster");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmx.acme.example",
                "svc.acme.example",
                "kubernetes-cmx.acme.example",
                "[2001:db8::1]",
                "192.0.2.7"
            })
    void otherNamesAreLookedUp(String host) {
        assertThat(reach.objectionToName(host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, holds a loopback address",
        "10.0.0.0/8, holds an address of this cluster",
        "10.42.7.0/24, holds an address of this cluster",
        "169.254.169.254/32, 'is a link-local address, as clouds have their metadata at'",
        "::/0, holds a loopback address"
    })
    void aBlockThatHoldsOneIsNoneEither(String block, String why) {
        assertThat(reach.objectionToBlock(Cidr.parse(block))).contains(why);
        assertThat(reach.objectionToBlock(Cidr.parse("192.0.2.0/24"))).isEmpty();
    }

    @Test
    void aHostIsVouchedForWithItsPortOrWithAny() {
        assertThat(reach.vouchesFor("Simulator.precinct-system.svc.", 8083)).isTrue();
        assertThat(reach.vouchesFor("simulator.precinct-system.svc.cluster.local", 8083))
                .isTrue();
        assertThat(reach.vouchesFor("simulator.precinct-system.svc", 5432)).isFalse();
        assertThat(AllowedHost.parse("[::1]").covers("::1", 99)).isTrue();
        assertThat(AllowedHost.parse("::1").covers("[::1]", 99)).isTrue();
        assertThat(AllowedHost.parse("[::1]:80").covers("[::1]", 99)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0/8", "host/8", "::ffff:10.0.0.0/96", "10.0.0.0/-1"})
    void whatIsNoBlockIsRefused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
