package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import picocli.CommandLine.Mixin;

/** An analysis reads everything, computes it in one pass and prints a table. */
abstract class AnalyseBase extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Override
    public final Integer call() {
        check();
        Output output = output();
        LoadedInput loaded = input.load(output, verbose());
        BatchResult result = input.compute(loaded);
        analyse(result, new People(result.organisation(), output), output);
        return loaded.rejected().isEmpty() || input.readsTopics() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    /** Complains of options before anything is read. */
    abstract void check();

    abstract void analyse(BatchResult result, People people, Output output);
}
