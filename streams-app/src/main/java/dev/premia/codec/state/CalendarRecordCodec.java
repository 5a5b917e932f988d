package dev.premia.codec.state;

import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The stored form of a production calendar. */
public final class CalendarRecordCodec {
    public static final StateFormat<CalendarRecord> FORMAT =
            StateFormat.of("calendar record", CalendarRecordCodec::write, CalendarRecordCodec::read);

    private CalendarRecordCodec() {}

    private static void write(BinaryWriter out, CalendarRecord calendar) {
        HeaderCodec.write(out, calendar.header());
        out.flags(2);
        out.optionalText(calendar.name());
        out.optionalText(calendar.zone());
        Map<LocalDate, Boolean> days = new TreeMap<>(calendar.days().exceptions());
        out.unsigned(days.size());
        days.forEach((day, working) -> {
            out.day(day);
            out.raw(working ? 1 : 0);
        });
    }

    private static CalendarRecord read(BinaryReader in) {
        var header = HeaderCodec.read(in);
        in.flags(2);
        String name = in.optionalText();
        String zone = in.optionalText();
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            days.put(in.day(), in.raw() == 1);
        }
        return new CalendarRecord(header, name, zone, new WorkingCalendar(days));
    }
}
