// Prints java_dates.tsv: how Java's defaults print times, in UTC. With both providers of Java 17, and Java 25:
//   (echo '# Do not edit: the commands at the start of JavaDates.java write this file.';
//    (java -Djava.locale.providers=CLDR JavaDates.java; java -Djava.locale.providers=COMPAT JavaDates.java;
//     java25 JavaDates.java) | sort -u | sort -n) > java_dates.tsv
import java.io.PrintStream;
import java.text.DateFormat;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

public class JavaDates {
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (Date time : times()) {
            print(out, time, time.toString());
            for (int style : new int[] {DateFormat.MEDIUM, DateFormat.LONG, DateFormat.FULL}) {
                for (Locale locale : new Locale[] {Locale.US, Locale.UK, Locale.ROOT}) {
                    // The root locale's longest form has the day of the week after the date.
                    if (style != DateFormat.FULL || !locale.equals(Locale.ROOT)) {
                        print(out, time, DateFormat.getDateTimeInstance(style, style, locale).format(time));
                    }
                }
            }
        }
    }

    /// Every month, at all hours, and midnight, noon and the ends of centuries.
    static List<Date> times() {
        List<Date> times = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            Calendar calendar = new GregorianCalendar(2021, month, month * 2 + 1, month * 5 % 24, month * 7, 59 - month);
            times.add(calendar.getTime());
        }
        for (long seconds : new long[] {1628208000L, 1628251200L, 1628246014L, 1722375975L, 0L, -86399L, 4102444799L}) {
            times.add(new Date(seconds * 1000));
        }
        return times;
    }

    static void print(PrintStream out, Date time, String text) {
        // Java 8's British English, which says "21:46:15 o'clock UTC".
        if (!text.contains("o'clock")) {
            out.println(time.getTime() / 1000 + "\t" + text);
        }
    }
}
