import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says what java.util.regex makes of patterns and texts.
 *
 * <p>Each line of input is a mode ({@code whole} or {@code search}), a pattern and any number of
 * texts, separated by spaces, the latter two as hexadecimal digits of UTF-8 with a leading
 * {@code x}. Each line of output has one letter for each text: {@code 1} it matches, {@code 0} it
 * does not, {@code s} the stack overflowed, {@code t} it took too long. A pattern that is refused
 * gives {@code e}. The mode {@code members} takes no texts and gives the characters that match, as
 * ranges of hexadecimal numbers.
 */
public final class Oracle {
    private Oracle() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        BufferedWriter output =
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            output.write(answer(line.split(" ")));
            output.write('\n');
        }
        output.flush();
    }

    private static String answer(String[] fields) {
        boolean whole = fields[0].equals("whole");
        Pattern pattern;
        try {
            pattern = Pattern.compile(decode(fields[1]));
        } catch (PatternSyntaxException refused) {
            return "e";
        }
        if (fields[0].equals("members")) {
            return members(pattern);
        }
        StringBuilder verdicts = new StringBuilder();
        try {
            for (int index = 2; index < fields.length; index++) {
                verdicts.append(verdict(pattern, decode(fields[index]), whole));
            }
            // Some malformed classes are found out only now.
            pattern.matcher("a").matches();
        } catch (NullPointerException malformed) {
            return "e";
        }
        return verdicts.toString();
    }

    private static String members(Pattern pattern) {
        StringBuilder ranges = new StringBuilder();
        Matcher matcher = pattern.matcher("");
        int first = -1;
        for (int character = 0; character <= Character.MAX_CODE_POINT + 1; character++) {
            boolean is =
                    character <= Character.MAX_CODE_POINT
                            && !(character >= 0xD800 && character < 0xE000)
                            && matcher.reset(Character.toString(character)).matches();
            if (is && first < 0) {
                first = character;
            } else if (!is && first >= 0) {
                ranges.append(Integer.toHexString(first)).append('-');
                ranges.append(Integer.toHexString(character - 1)).append(' ');
                first = -1;
            }
        }
        return ranges.toString();
    }

    private static char verdict(Pattern pattern, String text, boolean whole) {
        Matcher matcher = pattern.matcher(new Bounded(text));
        boolean matches;
        try {
            matches = whole ? matcher.matches() : matcher.find();
        } catch (StackOverflowError overflow) {
            return 's';
        } catch (TooLong tooLong) {
            return 't';
        }
        return matches ? '1' : '0';
    }

    private static String decode(String field) {
        byte[] bytes = HexFormat.of().parseHex(field.substring(1));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that can be read so many times only, for some patterns backtrack for ever. */
    private static final class Bounded implements CharSequence {
        private final CharSequence text;
        private int reads = 0;

        Bounded(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > 2_000_000) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
