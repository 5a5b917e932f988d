package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.codec.plan.PlanFile;
import dev.premia.plandoc.PlanLanguage;
import dev.premia.plandoc.PlanSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Plan files that commands work with. */
final class PlanFiles {
    private PlanFiles() {}

    /** The text of a plan file. */
    static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw CommandException.badInput(file + ": not found; expected a plan file.", e);
        } catch (CharacterCodingException e) {
            throw CommandException.badInput(file + ": not UTF-8 text; expected a plan file in UTF-8.", e);
        }
    }

    /** A plan without errors; what is wrong with it is shown otherwise, and the command ends. */
    static PlanSource usable(Path file, Output output) throws IOException {
        String text = text(file);
        PlanFile.Result result = PlanFile.read(file.toString(), text);
        if (!result.isValid()) {
            result.errors().forEach(error -> output.message(output.text("ошибка: ", "error: ") + error));
            throw CommandException.badInput(file + ": "
                    + output.text(
                            "план нельзя использовать, ошибок: "
                                    + result.errors().size(),
                            "cannot be used, errors: " + result.errors().size()));
        }
        return PlanSource.of(text, result);
    }

    static PlanLanguage language(Language language) {
        return language == Language.RU ? PlanLanguage.RU : PlanLanguage.EN;
    }
}
