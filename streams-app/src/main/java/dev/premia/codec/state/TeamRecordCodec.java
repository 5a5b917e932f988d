package dev.premia.codec.state;

import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.event.TeamRecord.Parent;

/** The stored form of a team's record. */
public final class TeamRecordCodec {
    private static final int FLAGS = 2;
    private static final int PARENT_FLAGS = 2;

    public static final StateFormat<TeamRecord> FORMAT =
            StateFormat.of("team record", TeamRecordCodec::write, TeamRecordCodec::read);

    private TeamRecordCodec() {}

    public static byte[] encode(TeamRecord team) {
        return FORMAT.encode(team);
    }

    public static TeamRecord decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, TeamRecord team) {
        HeaderCodec.write(writer, team.header());
        writer.flags(FLAGS);
        writer.optionalText(team.name());
        writer.optionalText(team.head());
        writer.each(team.parents(), TeamRecordCodec::writeParent);
    }

    public static TeamRecord read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        return new TeamRecord(
                header, reader.optionalText(), reader.optionalText(), reader.list(TeamRecordCodec::readParent));
    }

    private static void writeParent(BinaryWriter writer, Parent parent) {
        writer.flags(PARENT_FLAGS);
        writer.optionalDay(parent.from());
        writer.optionalText(parent.parent());
    }

    private static Parent readParent(BinaryReader reader) {
        reader.flags(PARENT_FLAGS);
        return new Parent(reader.optionalDay(), reader.optionalText());
    }
}
