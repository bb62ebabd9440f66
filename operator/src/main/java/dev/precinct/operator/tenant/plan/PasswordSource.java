package dev.precinct.operator.tenant.plan;

import java.security.SecureRandom;

/** Where new passwords come from. */
@FunctionalInterface
public interface PasswordSource {
    String next();

    /** 24 letters and digits: 142 bits, and nothing that a shell, a URL or a file would have to quote. */
    static PasswordSource random() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var random = new SecureRandom();
        return () -> random.ints(24, 0, alphabet.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(alphabet.charAt(index)), StringBuilder::append)
                .toString();
    }
}
