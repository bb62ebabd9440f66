package dev.precinct.local.image.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.local.home.UserMustActException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {
    private static final Path RUNTIME = Path.of("/build/java");
    private static final List<Path> OWN = List.of(
            RUNTIME.resolve("bin/java"), RUNTIME.resolve("lib/libjava.so"), RUNTIME.resolve("lib/server/libjvm.so"));

    @Test
    void theCLibraryAndItsLoaderAreFoundAndTheRuntimesOwnAreNot() {
        String said = """
                /build/java/bin/java:
                \tlinux-vdso.so.1 (0x00007ffd3b3fe000)
                \tlibjli.so => /build/java/bin/../lib/libjli.so (0x00007f8391f55000)
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f8391d6a000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f8391f81000)
                /build/java/lib/libjava.so:
                \tlibjvm.so => not found
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f8391d6a000)
                """;

        assertThat(NativeLibraries.outside(said, RUNTIME, OWN))
                .containsExactly(Path.of("/lib/x86_64-linux-gnu/libc.so.6"), Path.of("/lib64/ld-linux-x86-64.so.2"));
    }

    @Test
    void aLibraryThatThisMachineLacksIsNamed() {
        assertThatThrownBy(() -> NativeLibraries.outside("\tlibasound.so.2 => not found\n", RUNTIME, OWN))
                .isInstanceOf(UserMustActException.class)
                .hasMessageContaining("libasound.so.2")
                .hasMessageContaining("--base");
    }
}
