package dev.premia.connectors.file;

import java.util.List;

/**
 * What a run over files came to.
 *
 * @param files files that were read
 * @param records records that reached the sink
 * @param problems problems that were reported; the command line ends with 2 unless it is 0
 * @param notes what people should know although nothing is wrong: empty files, files left out, fields kept as attributes
 */
public record InputSummary(int files, long records, long problems, List<String> notes) {

    public InputSummary {
        notes = List.copyOf(notes);
    }
}
