package dev.precinct.runtime.access.disclosure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of what users may not see in clear: stable for the key, not to be turned back without it. Thread-safe. */
public final class Pseudonyms {
    private static final String HMAC = "HmacSHA256";
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private static final int TEXT_BYTES = 8;

    private final SecretKeySpec key;
    private final Cache<String, String> macs =
            Caffeine.newBuilder().maximumSize(50_000).build();
    private final Cache<String, String> originals =
            Caffeine.newBuilder().maximumSize(50_000).build();

    public Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * A MAC in the place of this one: unicast and locally administered, so that every program takes it for a MAC and none for that
     * of a manufacturer.
     *
     * @param mac lower case with colons
     */
    public String mac(String mac) {
        String known = macs.getIfPresent(mac);
        if (known != null) {
            return known;
        }
        byte[] hash = hash("mac", mac);
        byte[] address = Arrays.copyOf(hash, 6);
        address[0] = (byte) ((address[0] & 0xFC) | 0x02);
        String pseudonym = COLONS.formatHex(address);
        macs.put(mac, pseudonym);
        originals.put(pseudonym, mac);
        return pseudonym;
    }

    /** The MAC behind a pseudonym that was given out since the process started. */
    public Optional<String> originalOf(String pseudonym) {
        return Optional.ofNullable(originals.getIfPresent(pseudonym));
    }

    /** 16 hexadecimal digits in the place of a text; the empty text stays empty. The same text in two fields gives two pseudonyms. */
    public String text(String field, String value) {
        return value.isEmpty() ? "" : HexFormat.of().formatHex(hash(field, value), 0, TEXT_BYTES);
    }

    private byte[] hash(String field, String value) {
        try {
            Mac hmac = Mac.getInstance(HMAC);
            hmac.init(key);
            return hmac.doFinal((field + "\n" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256 with keys of any length", e);
        }
    }
}
