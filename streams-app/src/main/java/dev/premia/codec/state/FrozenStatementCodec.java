package dev.premia.codec.state;

import dev.premia.domain.statement.FrozenStatement;
import java.time.YearMonth;

/** The stored form of a frozen statement. */
public final class FrozenStatementCodec {
    public static final StateFormat<FrozenStatement> FORMAT =
            StateFormat.of("frozen statement", FrozenStatementCodec::write, FrozenStatementCodec::read);

    private FrozenStatementCodec() {}

    private static void write(BinaryWriter out, FrozenStatement statement) {
        out.text(statement.manager());
        out.day(statement.period().atDay(1));
        out.each(statement.lines(), FrozenStatementCodec::writeLine);
        out.each(statement.balances(), FrozenStatementCodec::writeBalance);
        out.text(statement.digest());
    }

    private static FrozenStatement read(BinaryReader in) {
        return new FrozenStatement(
                in.text(),
                YearMonth.from(in.day()),
                in.list(FrozenStatementCodec::readLine),
                in.list(FrozenStatementCodec::readBalance),
                in.text());
    }

    private static void writeLine(BinaryWriter out, FrozenStatement.Line line) {
        out.text(line.plan());
        out.unsigned(line.version());
        out.text(line.component());
        TargetRecordCodec.writeWindow(out, line.window());
        out.signed(line.minor());
        out.text(line.currency());
    }

    private static FrozenStatement.Line readLine(BinaryReader in) {
        return new FrozenStatement.Line(
                in.text(), (int) in.unsigned(), in.text(), TargetRecordCodec.readWindow(in), in.signed(), in.text());
    }

    private static void writeBalance(BinaryWriter out, FrozenStatement.Balance balance) {
        out.flags(1);
        out.optionalText(balance.organisation());
        out.text(balance.currency());
        out.signed(balance.posted());
        out.signed(balance.carriedIn());
        out.signed(balance.guaranteed());
        out.signed(balance.advanced());
        out.signed(balance.recovered());
        out.signed(balance.payout());
        out.signed(balance.carriedOut());
        out.signed(balance.debt());
    }

    private static FrozenStatement.Balance readBalance(BinaryReader in) {
        in.flags(1);
        return new FrozenStatement.Balance(
                in.optionalText(),
                in.text(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed());
    }
}
