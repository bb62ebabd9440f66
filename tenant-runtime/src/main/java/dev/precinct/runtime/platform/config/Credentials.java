package dev.precinct.runtime.platform.config;

/** User name and password; never shown. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "credentials of " + username;
    }
}
