package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.model.Bytes;

/**
 * ASCII armor. A checksum may be missing but not wrong; a byte order mark and the line ends of any system are what editors make of a
 * text and mean nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-6">RFC 9580, section 6</a>
 */
final class Armor {
    static final String SIGNATURE = "PGP SIGNATURE";
    static final String PUBLIC_KEY = "PGP PUBLIC KEY BLOCK";
    static final String PRIVATE_KEY = "PGP PRIVATE KEY BLOCK";

    private static final String SIGNED_TEXT = "PGP SIGNED MESSAGE";
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (PGP [A-Z ]+)-----");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+:( .*)?");

    record Block(String type, Bytes content) {}

    private Armor() {}

    /** Binary OpenPGP begins with a byte that no text has, except a byte order mark. */
    static boolean isArmored(Bytes bytes) {
        byte[] content = bytes.toArray();
        String head = new String(content, 0, Math.min(content.length, UTF_8_MARK.length()), ISO_8859_1);
        return !head.isEmpty() && (head.charAt(0) < 0x80 || head.equals(UTF_8_MARK) || isUtf16(head));
    }

    private static boolean isUtf16(String text) {
        return text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
    }

    /** Blocks with blank lines around them and nothing else. */
    static List<Block> readAll(Bytes text) {
        List<Block> blocks = new ArrayList<>();
        Iterator<String> lines = lines(text);
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty()) {
                blocks.add(block(line, lines));
            }
        }
        return blocks;
    }

    /** Blocks with any text around them, such as that of the mail by which they came. */
    static List<Block> readAmongText(Bytes text) {
        List<Block> blocks = new ArrayList<>();
        Iterator<String> lines = lines(text);
        while (lines.hasNext()) {
            String line = lines.next();
            if (BEGIN.matcher(line).matches()) {
                blocks.add(block(line, lines));
            }
        }
        return blocks;
    }

    private static Iterator<String> lines(Bytes bytes) {
        String text = new String(bytes.toArray(), ISO_8859_1);
        if (isUtf16(text)) {
            throw new MalformedException(
                    "it is text in UTF-16, as some shells write it; let the program write the file itself: 'gpg --output FILE ...'");
        }
        String unmarked = text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
        return unmarked.lines().map(String::stripTrailing).iterator();
    }

    private static Block block(String first, Iterator<String> lines) {
        Matcher begin = BEGIN.matcher(first);
        if (!begin.matches()) {
            throw new MalformedException(
                    "there is text outside of the armored block; keep the lines from -----BEGIN PGP to"
                            + " -----END PGP and nothing else");
        }
        if (begin.group(1).equals(SIGNED_TEXT)) {
            throw new MalformedException(
                    "it is a signed text (gpg --clear-sign); a detached signature is wanted: 'gpg --detach-sign FILE'");
        }
        String header = next(lines);
        while (!header.isEmpty()) {
            if (!HEADER.matcher(header).matches()) {
                throw new MalformedException("an armor header is malformed or the empty line after them is missing");
            }
            header = next(lines);
        }
        String type = begin.group(1);
        return new Block(type, Bytes.of(content("-----END " + type + "-----", lines)));
    }

    private static byte[] content(String end, Iterator<String> lines) {
        StringBuilder base64 = new StringBuilder();
        String line = next(lines);
        while (!line.startsWith("=") && !line.startsWith("-")) {
            base64.append(line);
            line = next(lines);
        }
        byte[] content = decode(base64.toString());
        if (line.startsWith("=")) {
            if (!line.equals(checksum(content))) {
                throw new MalformedException("the armor's checksum is wrong");
            }
            line = next(lines);
        }
        if (!line.equals(end)) {
            throw new MalformedException("the armor does not end with " + end);
        }
        return content;
    }

    private static byte[] decode(String base64) {
        try {
            byte[] content = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(content).equals(base64)) {
                return content;
            }
        } catch (IllegalArgumentException e) {
            // told below, like the decoder's silent leniencies
        }
        throw new MalformedException("the armor's base64 is malformed");
    }

    private static String next(Iterator<String> lines) {
        if (!lines.hasNext()) {
            throw new MalformedException("the armor has no end");
        }
        return lines.next();
    }

    static String write(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n" + checksum(content) + "\n-----END " + type + "-----\n";
    }

    /** CRC-24 of RFC 9580, section 6.1, as the armor's last line. */
    private static String checksum(byte[] content) {
        int crc = 0xb704ce;
        for (byte b : content) {
            crc ^= (b & 0xff) << 16;
            for (int i = 0; i < 8; i++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= 0x1864cfb;
                }
            }
        }
        return "=" + Base64.getEncoder().encodeToString(new byte[] {(byte) (crc >> 16), (byte) (crc >> 8), (byte) crc});
    }
}
