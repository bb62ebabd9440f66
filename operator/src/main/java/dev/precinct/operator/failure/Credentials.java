package dev.precinct.operator.failure;

/** A login. Its text never shows the password. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "Credentials[" + username + ", hidden]";
    }
}
