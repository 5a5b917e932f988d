package dev.premia.connectors.file;

import dev.premia.connectors.file.CsvRows.Row;
import dev.premia.connectors.file.Mapping.FileRule;
import dev.premia.connectors.file.Mapping.RecordRule;
import dev.premia.connectors.file.PhysicalLines.Damage;
import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file that a mapping describes. Row by row, so that the size of the file does not matter. */
final class CsvSource implements InputSource {

    private final Path file;
    private final FileRule rule;
    private final CsvRows rows;
    private final DistinctRecords distinct = new DistinctRecords();
    private Columns columns;
    private int highestColumn;
    private boolean anything;
    private Row last;

    private CsvSource(Path file, FileRule rule) throws IOException {
        this.file = file;
        this.rule = rule;
        this.rows = new CsvRows(file, rule.format());
    }

    /** The opened file, its header read and all columns of the mapping found; null after a problem. */
    static CsvSource open(Path file, FileRule rule, Consumer<InputProblem> problems) throws IOException {
        CsvSource source = new CsvSource(file, rule);
        boolean usable = false;
        try {
            usable = source.start(problems);
        } finally {
            if (!usable) {
                source.close();
            }
        }
        return usable ? source : null;
    }

    private boolean start(Consumer<InputProblem> problems) throws IOException {
        if (!rule.format().header()) {
            columns = new Columns(rule.format().columns());
        } else {
            Row header = rows.next();
            if (header == null) {
                columns = new Columns(List.of());
                return true;
            }
            if (header.damage() != null) {
                report(header, problems);
                return false;
            }
            anything = true;
            columns = new Columns(header.cells().stream().map(String::strip).toList());
        }
        int[] found = {0};
        highestColumn = columns.check(rule, file, problem -> {
            found[0]++;
            problems.accept(problem);
        });
        return found[0] == 0;
    }

    @Override
    public boolean readNext(Consumer<InputRecord> records, Consumer<InputProblem> problems) throws IOException {
        Row row = rows.next();
        if (row == null) {
            return false;
        }
        anything = true;
        last = row;
        if (row.damage() != null) {
            report(row, problems);
        } else if (isWhole(row, problems)) {
            for (RecordRule record : rule.records()) {
                emit(record, row, records, problems);
            }
        }
        return true;
    }

    private void emit(RecordRule recordRule, Row row, Consumer<InputRecord> records, Consumer<InputProblem> problems) {
        LineProblems lineProblems = new LineProblems(file, row.line(), problems);
        RowMapper mapper = new RowMapper(columns, row.cells(), lineProblems);
        if (mapper.skips(recordRule.skip())) {
            return;
        }
        Fields fields = mapper.map(recordRule);
        if (lineProblems.count() > 0) {
            return;
        }
        if (recordRule.type().shape().has(RecordShape.SOURCE)) {
            fields.fields().putIfAbsent(RecordShape.SOURCE, Scalar.text(rule.source(), Place.LINE));
        }
        InputRecord record = JsonLineReader.record(
                recordRule.type(), fields, rule.source(), rule.zone(), file, row.line(), lineProblems);
        if (record != null && distinct.admits(recordRule, record, lineProblems)) {
            records.accept(record);
        }
    }

    private boolean isWhole(Row row, Consumer<InputProblem> problems) {
        int cells = row.cells().size();
        boolean whole = columns.count() > 0 ? cells == columns.count() : cells >= highestColumn;
        if (!whole) {
            String expected = columns.count() > 0
                    ? columns.count() + " cells as in the header"
                    : "at least " + highestColumn + " cells for the columns of the mapping";
            String hint = "is '" + rule.format().separator() + "' the separator, and is it quoted inside of cells?";
            new LineProblems(file, row.line(), problems)
                    .add(Place.LINE, null, ProblemCode.RAGGED_ROW, cells + " cells", expected, hint);
        }
        return whole;
    }

    private void report(Row row, Consumer<InputProblem> problems) {
        Damage damage = row.damage();
        new LineProblems(file, row.line(), problems)
                .add(Place.LINE, null, damage.code(), damage.found(), damage.expected(), damage.hint());
    }

    @Override
    public byte[] lastBytes() {
        return last.raw();
    }

    @Override
    public String note() {
        return anything ? null : file + ": empty, 0 records";
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
